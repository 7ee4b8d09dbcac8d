import type { Script } from "./script.ts";

/** Past the limit and still at the shop. */
export const LONG = {
  ekspedisiDiam: {
    category: "long_pickup",
    clock: "late",
    ago: 200,
    thread: `
      seller: Resi {resi} sudah lewat batas pick up dan tidak ada kabar apa pun. Mohon kejelasan.
      +62 seller PICKUP_NOW: Tolong dijemput hari ini juga, paket sudah menumpuk di toko.
      +150 seller: Halo? Ada yang bisa jawab?
    `,
  },
  menungguDuaHari: {
    category: "long_pickup",
    clock: "late",
    ago: 230,
    thread: `
      seller [ready]: Sudah dua hari paket {barang} ini di rak, tiap hari bilangnya besok. Kalau sampai auto-cancel siapa yang tanggung jawab?
      +75 cs: Halo Kak {pic}, mohon maaf atas kendalanya. Sudah aku teruskan ke {ekspedisi} dengan prioritas karena mendekati auto-cancel.
      +1 cs FOLLOW_UP: Prioritas: batas sudah lewat, auto-cancel mendekat. Mohon jawab dengan jam jemput.
      +64 courier PLEASE_DROP_OFF: Armada hari ini penuh. Bila berkenan diantar ke {hub}, langsung kami scan.
      +12 seller declines PLEASE_DROP_OFF: Gerainya 9 km dan paketnya besar. Saya bayar pick up, jadi tetap minta dijemput.
    `,
  },
  penjualKesal: {
    category: "long_pickup",
    clock: "late",
    ago: 28,
    thread: `
      seller: Min ini gimana sih, SLA sudah lewat dari kemarin. Rating toko saya yang kena!
      +23 courier: Mohon maaf yang sebesar-besarnya kak. Boleh kami cek dulu penyebabnya.
      +6 seller: Dari kemarin cek terus. Saya butuh jam, bukan cek.
      +14 cs FOLLOW_UP: Mohon jadwal pasti hari ini beserta nama dan plat kurir.
      +18 courier acknowledges FOLLOW_UP
      +3 courier ON_THE_WAY soon: Kurir pengganti {kurir}, {hp}, plat {plat}. Estimasi {jendela}.
      +1 courier note: Rute {kecamatan} dipegang {kurir} dulu sampai kurir tetap masuk lagi. Jangan dipindah tanpa info.
      +5 seller: Oke saya tunggu. Kalau lewat lagi saya ajukan klaim.
    `,
  },
  duaKaliJanji: {
    category: "long_pickup",
    clock: "late",
    ago: 55,
    thread: `
      seller: Kemarin dijanjikan, tidak datang. Mohon hari ini pasti.
      +30 courier SCHEDULED next: Dijadwalkan ulang {jendela}, kurir {kurir}.
      +7 seller acknowledges SCHEDULED
      +330 seller: Lewat lagi. Ini janji kedua yang tidak ditepati.
      +12 lead: Kak {pic}, saya {lead} dari CS L2. Kasus ini saya ambil, kami hubungi koordinator {hub} langsung.
      +2 lead note: Koordinator hub janji balas. Kalau tidak ada scan sampai besok siang, siapkan opsi pindah ekspedisi.
    `,
  },
  armadaKurang: {
    category: "long_pickup",
    clock: "late",
    ago: 105,
    thread: `
      seller: Ada info kenapa belum dijemput? Pembeli sudah tanya tiga kali.
      +26 courier: Dua kurir area {kecamatan} sedang sakit kak, kami pinjam armada dari hub lain.
      +4 courier SCHEDULED later: Armada bantuan masuk {jendela}. Kurir {kurir}.
      +9 seller acknowledges SCHEDULED
      +3 seller: Semoga lekas sembuh ya kurirnya. Tapi mohon kali ini jangan meleset.
    `,
  },
  mintaDropOff: {
    category: "long_pickup",
    clock: "late",
    ago: 81,
    thread: `
      mate: Paket {resi} belum dijemput juga, mohon solusi.
      +44 courier: Untuk mempercepat, apakah kakak bersedia antar ke {hub}? Jaraknya sekitar 2 km.
      +1 courier PLEASE_DROP_OFF: Tunjukkan resi di konter, langsung discan di tempat.
    `,
  },
  akhirnyaDijemput: {
    category: "long_pickup",
    clock: "late",
    ago: 300,
    thread: `
      seller: Sudah lewat batas, mohon segera.
      +33 courier: Baik kak, mohon maaf. {kurir} kami arahkan ke lokasi kakak.
      +2 courier ON_THE_WAY next: {kurir} ({plat}), estimasi {jendela}.
      +88 scan PICKEDUP
    `,
  },
  salahTutup: {
    category: "long_pickup",
    clock: "late",
    ago: 46,
    thread: `
      seller: Paket {barang} belum dijemput, sudah lewat batas.
      +37 courier: Menurut kurir kami sudah diambil tadi pagi kak, mohon dicek kembali.
      +15 seller resolve: Oh mungkin sudah diambil karyawan shift pagi.
      +120 seller reopen: Ternyata belum, yang diambil punya ekspedisi lain. Paketnya masih ada di sini.
      +6 seller [ready]: Ini fotonya, baru saja saya ambil.
    `,
  },
  resiDibatalkan: {
    category: "long_pickup",
    clock: "late",
    ago: 610,
    thread: `
      seller: Tolong dibatalkan saja resinya, pembeli sudah tidak mau menunggu.
      +52 courier: Baik kak, kami proses pembatalannya. Mohon maaf atas pengalamannya.
      +1 courier AWB_CANCELLED: Resi tidak bisa dipakai lagi, mohon labelnya dilepas.
      +12 seller acknowledges AWB_CANCELLED
      +30 scan CANCELED: Pembatalan oleh penjual
    `,
  },
  tigaPaketTertinggal: {
    category: "long_pickup",
    clock: "late",
    parcels: 3,
    ago: 90,
    thread: `
      seller [ready]: Kurir datang kemarin tapi hanya ambil sebagian, 3 paket {barang} ini ditinggal. Sekarang sudah lewat batas.
      +39 courier*: Mohon maaf kak, kurir hanya membawa paket sesuai daftar manifes. Tiga resi ini baru muncul setelahnya.
      +5 courier* SCHEDULED later: Tiga paket sisanya dijemput {jendela} oleh {kurir}.
      +14 seller: Tolong ketiganya ya, dicek satu-satu.
    `,
  },
  selesaiOlehCs: {
    category: "long_pickup",
    clock: "late",
    ago: 560,
    thread: `
      seller: Lewat batas dan auto-cancel tinggal besok. Mohon bantuannya CS.
      +40 cs: Halo Kak {pic}, kami sudah bicara dengan {hub}. Opsinya: dijemput malam ini atau kami bantu pindah ekspedisi tanpa biaya.
      +18 seller: Pindah saja kak, saya sudah tidak percaya.
      +55 cs: Resi pengganti sudah terbit ya Kak, bisa dicek di pesanan. Mohon jangan pakai label lama.
      +22 seller: Sudah masuk. Makasih ya kak {cs}, cepat sekali.
      +10 cs resolve: Dipindahkan ke ekspedisi lain atas permintaan penjual.
    `,
  },
  katanyaSudahDiambil: {
    category: "long_pickup",
    clock: "late",
    ago: 130,
    thread: `
      seller: Mohon info, resi {resi} kapan dijemput?
      +58 desk PICKED_UP: Menurut catatan kurir paket sudah diambil, scan menyusul saat tiba di {hub}.
      +3 desk: Kalau sampai malam belum berubah mohon kabari kami lagi ya kak.
    `,
  },
} satisfies Record<string, Script>;
