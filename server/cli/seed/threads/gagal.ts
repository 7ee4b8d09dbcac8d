import type { Script } from "./script.ts";

/** An attempt failed inside the limit; whose fault it was is what the thread is about. */
export const GAGAL = {
  dibilangTutup: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Seller Tutup",
    ago: 37,
    thread: `
      seller [ready]: Kok statusnya gagal karena toko tutup? Toko buka dari jam 8 dan tidak ada kurir yang datang. Paketnya sudah siap di meja depan, ini fotonya.
      +16 courier: Mohon maaf kak, kami cek dulu ke kurir yang bertugas ya.
      +29 courier: Info dari kurir, tadi sudah ke lokasi tapi rolling door tertutup dan telepon tidak diangkat.
      +8 seller: Tidak ada panggilan masuk sama sekali di {wa}, silakan cek log kurirnya. Di CCTV juga tidak ada yang lewat.
      +2 seller disputes [ready]: Toko buka sejak 08.00 dan paket siap di meja depan. Tidak ada kurir dan tidak ada panggilan masuk.
      +1 seller RETRY_PICKUP: Jemput ulang hari ini, kami buka sampai 20.00.
      +2 seller note: Rekaman CCTV jam kurir katanya datang sudah disimpan di folder toko.
    `,
  },
  dibilangMintaJadwalUlang: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Reschedule by Seller",
    ago: 88,
    thread: `
      seller: Saya tidak pernah minta jadwal ulang. Kenapa di tracking tertulis reschedule by seller?
      +3 seller disputes [screenshot]: Tidak ada permintaan jadwal ulang dari toko, baik lewat telepon maupun WhatsApp. Ini riwayat pesan di {wa}.
      +37 cs: Halo Kak {pic}, sanggahannya sudah masuk. {ekspedisi} menjawab dulu, lalu kami putuskan.
      +2 cs FOLLOW_UP: Penjual menyatakan tidak pernah meminta jadwal ulang. Mohon dijelaskan dasar status ini dan jadwal jemput berikutnya.
      +5 cs note: Kasus ketiga minggu ini dengan alasan sama dari {hub}. Masuk rekap mingguan.
      +20 desk stands [screenshot]: Di catatan kurir tertulis penjual minta jadwal ulang lewat telepon, nomornya tidak tercatat.
      +1 desk acknowledges FOLLOW_UP
      +12 cs decides seller_right: Tidak ada bukti bahwa penjual meminta jadwal ulang. Kegagalan ini bukan dari sisi penjual.
    `,
  },
  alamatTidakKetemu: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Alamat tidak ditemukan",
    ago: 22,
    thread: `
      seller: Alamat saya lengkap kak, sudah setahun dijemput di sini tidak pernah nyasar. Kurir baru ya?
      +15 courier NEED_ADDRESS: Mohon patokan dan titik maps ya kak, kurir yang biasa sedang libur jadi digantikan.
      +10 seller done NEED_ADDRESS
      +1 seller UPDATE_ADDRESS: {alamat}. Patokan: {patokan}. RT/RW sudah ada di kartu jemput.
      +12 courier done UPDATE_ADDRESS
      +2 courier SCHEDULED soon: Siap kak, {kurir} meluncur {jendela}.
      +4 seller acknowledges SCHEDULED
    `,
  },
  nomorTidakAktif: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Penjual tidak dapat dihubungi",
    ago: 64,
    thread: `
      seller: Gagal pickup padahal paket sudah siap. Mohon dijemput ulang.
      +21 courier: Kurir kami sudah telepon 3x ke nomor di resi kak, tidak tersambung.
      +1 courier NEED_CONTACT: Mohon nomor lain yang bisa dihubungi, lebih baik WhatsApp.
    `,
  },
  nomorAdmin: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Penjual tidak di tempat",
    ago: 140,
    thread: `
      mate: Tadi saya keluar sebentar antar paket lain, kurir tidak menunggu. Bisa balik lagi?
      +18 desk: Bisa dijadwalkan ulang kak. Agar tidak terulang mohon bantu nomor yang standby.
      +1 desk NEED_CONTACT: Nomor WA admin toko yang ada di lokasi.
      +2 desk note: Di catatan kurir ada foto pagar tertutup, disimpan kalau nanti dipermasalahkan.
    `,
  },
  belumSiap: {
    category: "gagal_pickup",
    clock: "kept",
    failed: "Barang Not Ready",
    ago: 390,
    thread: `
      seller: Betul tadi belum siap karena label belum keluar, sekarang sudah semua. Mohon dijemput ulang kak.
      +3 seller PARCEL_READY [ready]: {jml} paket sudah dikemas dan dilabel.
      +25 courier done PARCEL_READY
      +2 courier SCHEDULED next: Kami jemput ulang {jendela}, kurir {kurir}.
      +6 seller acknowledges SCHEDULED
      +110 scan PICKEDUP
    `,
  },
  gagalLagi: {
    category: "gagal_pickup",
    clock: "lapsed",
    failed: "Kurir overload",
    ago: 30,
    thread: `
      seller: Gagal karena kurir overload itu bukan salah saya ya. Mohon hari ini benar-benar diambil.
      +55 courier: Mohon maaf kak, armada kami terbatas karena volume sedang tinggi. Kami usahakan hari ini juga.
      +190 courier FAILED_AGAIN: Kurir kehabisan waktu operasional, 11 titik tidak terlayani termasuk toko kakak.
      +20 seller: Ini sudah dua kali. Pembeli minta batal.
      +75 deadline
      +30 courier: Mohon maaf atas ketidaknyamanannya kak, hari ini kami prioritaskan di urutan pertama.
      +12 seller: Ditunggu jam pastinya, jangan cuma prioritas.
    `,
  },
  antarKeGerai: {
    category: "gagal_pickup",
    clock: "kept",
    failed: "Kendala kendaraan",
    ago: 520,
    thread: `
      seller: Motor kurirnya mogok ya? Kira-kira kapan bisa jemput lagi?
      +20 courier PLEASE_DROP_OFF: Jika berkenan bisa diantar ke {hub}, buka sampai 21.00. Tanpa biaya tambahan.
      +15 seller acknowledges PLEASE_DROP_OFF
      +3 seller WILL_DROP_OFF: Sore ini saya antar, sekalian lewat.
      +130 seller done PLEASE_DROP_OFF
      +18 scan PICKEDUP
    `,
  },
  luarJangkauan: {
    category: "gagal_pickup",
    clock: "kept",
    failed: "Di luar jangkauan penjemputan",
    ago: 575,
    thread: `
      seller: Kok bisa di luar jangkauan? Minggu lalu masih dijemput.
      +48 courier: Mohon maaf kak, sejak perubahan rute area {kecamatan} hanya dijemput untuk minimal 5 paket.
      +2 courier OUT_OF_COVERAGE: Mohon dialihkan ke ekspedisi lain atau drop off.
      +22 seller: Ya sudah saya batalkan resinya, kirim pakai yang lain.
      +1 seller CANCEL_PICKUP: Mohon resi dibatalkan, jangan dijemput lagi.
      +40 scan CANCELED: Dibatalkan atas permintaan penjual
    `,
  },
  hujanDeras: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Cuaca buruk",
    ago: 120,
    thread: `
      seller: Paham kalau hujan, tapi mohon kepastian jadwal penggantinya ya kak.
      +34 courier: Terima kasih pengertiannya kak {pic}. Akses ke {kecamatan} tadi tergenang.
      +2 courier SCHEDULED later: Pengganti {jendela}, kurir {kurir} {hp}.
      +15 seller: Baik, saya info ke pembeli dulu.
    `,
  },
} satisfies Record<string, Script>;
