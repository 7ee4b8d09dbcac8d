import type { Script } from "./script.ts";

/** Inside the limit: mostly a question, sometimes a promise that is not kept. */
export const BELUM = {
  baruLapor: {
    category: "belum_pickup",
    clock: "open",
    ago: 18,
    thread: `
      seller [ready]: {Salam} min, mohon dibantu dipercepat jemputnya ya. {jml} paket {barang} sudah dikemas dan sudah ditempel label, pembelinya minta sampai sebelum akhir pekan.
      +4 seller PICKUP_NOW: Toko tutup jam 17.00, kalau kurir baru bisa sore mohon kabari dulu ya.
    `,
  },
  tanyaKurir: {
    category: "belum_pickup",
    clock: "open",
    ago: 42,
    thread: `
      mate: Permisi, ini sudah request pick up tapi belum ada kurir yang hubungi. Biasanya jam segini sudah datang. Tolong dicek ya kak.
      +31 cs: Halo Kak {pic}, aku {cs} dari CS Everpro. Resinya sudah aku cek, batas pick up belum lewat. Aku ikut pantau sambil menunggu jawaban {ekspedisi} ya.
      +9 mate: Oke makasih kak {cs}, ditunggu kabarnya.
    `,
  },
  kurirJalan: {
    category: "belum_pickup",
    clock: "open",
    ago: 26,
    thread: `
      seller: Min, paket {barang} atas resi {resi} bisa dijemput hari ini? Sudah siap semua di depan.
      +17 courier: {Salam} Kak {pic}, baik kami cek dulu ke {hub} ya. Mohon ditunggu.
      +14 courier ON_THE_WAY soon: Kurir a.n. {kurir} ({plat}) sudah kami infokan, mohon paket disiapkan di depan.
      +5 seller acknowledges ON_THE_WAY
      +2 seller: Siap, ada orang terus di toko. Kalau bingung telepon saja {wa}.
    `,
  },
  kurirSudahDekat: {
    category: "belum_pickup",
    clock: "open",
    ago: 11,
    thread: `
      mate [ready]: Ada {jml} koli {barang}, agak berat. Tolong kurirnya jangan yang pakai motor kecil ya 🙏
      +22 desk ON_THE_WAY soon: Noted kak. Kami arahkan {kurir} yang bawa keranjang samping, estimasi {jendela}.
      +6 mate acknowledges ON_THE_WAY
      +1 desk note: {kurir} konfirmasi via telepon, masih 4 titik lagi sebelum ke {toko}.
    `,
  },
  dijadwalkanBesok: {
    category: "belum_pickup",
    clock: "open",
    ago: 95,
    thread: `
      seller: Halo kak, request hari ini masih bisa keburu dijemput atau sudah besok ya? Biar saya bisa atur orang jaga gudang.
      +28 courier: Mohon maaf kak, rute hari ini untuk area {kecamatan} sudah penuh. Kami jadwalkan di hari berikutnya ya.
      +3 courier SCHEDULED later: Kurir {kurir}, HP {hp}. Jadwal {jendela}.
      +12 seller acknowledges SCHEDULED
      +2 seller: Oke noted. Mohon jangan mundur lagi ya kak, ini sudah ditanya terus sama pembeli.
      +3 seller note: Dimas, tolong jaga gudang sesuai jadwal kurir ya. Jangan tutup sebelum diambil.
    `,
  },
  janjiLewat: {
    category: "belum_pickup",
    clock: "open",
    ago: 34,
    thread: `
      seller: Mohon bantu pick up hari ini kak, ada {jml} paket {barang} yang harus jalan.
      +19 courier SCHEDULED next: Kami jadwalkan {jendela} ya kak, kurir {kurir}.
      +4 seller acknowledges SCHEDULED
      +300 seller: Kak ini sudah lewat jam janjinya, belum ada yang datang. Saya telepon {hp} tidak diangkat.
      +2 seller broken SCHEDULED: Ditunggu sampai tutup, tidak ada yang datang.
      +6 seller: Tolong jangan dikasih harapan palsu, saya sampai tidak jadi keluar nungguin kurir.
    `,
  },
  kurirTidakMuncul: {
    category: "belum_pickup",
    clock: "open",
    ago: 50,
    thread: `
      seller: {Salam} kak, paket {resi} mohon dijemput ya. Patokannya: {patokan}.
      +35 courier ON_THE_WAY next: Yang jemput {kurir} ({plat}), {jendela}.
      +310 seller: Kurirnya tidak muncul ya, atau salah alamat?
      +21 cs FOLLOW_UP: Mohon {ekspedisi} konfirmasi posisi {kurir} dan jam jemput terbaru. Janji {jendela} sudah lewat.
      +3 cs note: Sudah WA PIC {hub}, centang dua belum dibaca. Kalau 1 jam tidak ada jawaban aku teruskan ke Mas {lead}.
    `,
  },
  mintaFotoSiap: {
    category: "belum_pickup",
    clock: "open",
    ago: 73,
    thread: `
      seller: Min tolong dipick up ya, sudah nunggu dari tadi.
      +24 courier: Baik kak, supaya kurir tidak bolak-balik mohon bantu foto paketnya dulu ya.
      +1 courier NEED_READY_PHOTO: Foto semua paket yang sudah dilabel, resi terlihat jelas. Terima kasih.
    `,
  },
  beresDijemput: {
    category: "belum_pickup",
    clock: "kept",
    ago: 260,
    thread: `
      seller [ready]: {Salam}, {jml} paket {barang} siap dijemput. Mohon dibantu ya kak.
      +12 courier: Siap kak {pic}, kami teruskan ke {hub}.
      +9 courier SCHEDULED next: Kurir {kurir} / {hp} / {plat}.
      +3 seller acknowledges SCHEDULED
      +95 seller resolve: Sudah diambil kak, terima kasih banyak 🙏
      +26 scan PICKEDUP
    `,
  },
  beresCepat: {
    category: "belum_pickup",
    clock: "kept",
    ago: 655,
    thread: `
      mate: Bisa minta tolong dipercepat? Pembeli pakai buat acara lusa.
      +7 desk: Bisa kak, kebetulan {kurir} lagi di sekitar {kecamatan}. Tolong siapkan ya.
      +2 mate: Mantap, sudah di depan pintu.
      +38 scan PICKEDUP
    `,
  },
  batalLapor: {
    category: "belum_pickup",
    clock: "kept",
    ago: 480,
    thread: `
      seller: Kurir belum datang juga ya? Sebentar lagi saya harus keluar.
      +11 seller cancel: Maaf, ternyata paketnya dititip ke penjaga ruko dan kurir masih di jalan. Laporan saya batalkan dulu.
    `,
  },
  batasTerlewati: {
    category: "belum_pickup",
    clock: "lapsed",
    ago: 20,
    thread: `
      seller: Kak ini batasnya hari ini jam 20.00 ya? Mohon dipastikan dijemput sebelum itu, {jml} paket {barang}.
      +46 courier: Baik kak, sudah kami sampaikan ke {hub}. Mohon ditunggu.
      +180 seller: Sudah mau malam belum ada kabar. Jadi dijemput tidak?
      +90 deadline
      +25 seller: Akhirnya lewat batas juga. Mohon dijawab hari ini dijemput jam berapa.
      +41 cs FOLLOW_UP: Mohon {ekspedisi} beri jadwal pasti beserta nama kurir. Paket sudah melewati batas pick up.
    `,
  },
  empatPaketSatuRequest: {
    category: "belum_pickup",
    clock: "open",
    parcels: 4,
    ago: 16,
    thread: `
      seller [ready]: Ada 4 resi dalam satu request ini, semua {barang}. Tolong diambil sekalian ya kak, jangan sebagian.
      +13 courier* ON_THE_WAY soon: Diambil sekalian oleh {kurir} ({plat}), estimasi {jendela}.
      +4 seller* acknowledges ON_THE_WAY
      +9 seller: Siap, keempatnya saya taruh dalam satu karung putih.
    `,
  },
} satisfies Record<string, Script>;
