import type { Script } from "./script.ts";

/** Handed over, and tracking does not know it. */
export const SCAN = {
  baruDiserahkan: {
    category: "scan_issue",
    clock: "any",
    ago: 33,
    thread: `
      seller [handover]: Paket sudah diambil kurir tadi, ada foto serah terimanya. Tapi status masih menunggu penjemputan. Takut hilang.
      +5 seller UPDATE_SCAN: Mohon di-update, {jml} paket diserahkan ke {kurir}.
    `,
  },
  dicekGudang: {
    category: "scan_issue",
    clock: "any",
    ago: 115,
    thread: `
      seller [handover]: Sudah diserahkan ke kurir, tracking belum bergerak dari tadi.
      +27 courier: Terima kasih fotonya kak. Kami cocokkan dengan manifes {kurir}.
      +2 courier INVESTIGATING: Sedang dicari di area sortir {hub}. Mohon ditunggu maksimal 1x24 jam.
    `,
  },
  strukGerai: {
    category: "scan_issue",
    clock: "any",
    handedOver: 900,
    dropOff: true,
    ago: 430,
    thread: `
      seller [handover]: Sudah saya antar ke gerai kemarin sore, dapat struk. Status masih menunggu diantar.
      +41 courier NEED_HANDOVER_PROOF: Mohon foto struk yang terbaca nomor resinya ya kak, yang tadi agak terpotong.
      +20 seller done NEED_HANDOVER_PROOF [screenshot]: Ini struknya kak, sudah saya foto ulang.
      +48 courier SCAN_UPDATED: Sudah diproses manual oleh konter, mohon maaf terlewat scan.
      +9 scan PICKEDUP
    `,
  },
  geraiRamai: {
    category: "scan_issue",
    clock: "any",
    handedOver: 900,
    dropOff: true,
    ago: 58,
    thread: `
      mate [handover]: Drop off jam 4 sore di {hub}, konternya ramai dan petugas bilang nanti discan. Sampai sekarang belum.
      +30 desk: Baik kak, kami hubungi konternya dulu.
      +44 desk NEED_HANDOVER_PROOF: Ada fotonya dari sisi label kak? Ada dua karung yang isinya mirip.
    `,
  },
  tidakKetemu: {
    category: "scan_issue",
    clock: "any",
    handedOver: 900,
    ago: 70,
    thread: `
      seller [handover]: Diserahkan ke kurir, difoto di depan rumah. Sudah lewat sehari tidak ada scan.
      +35 courier INVESTIGATING: Dicek di {hub} dan kendaraan.
      +180 courier: Mohon maaf kak, di hub dan di kendaraan tidak ditemukan.
      +6 seller: Waduh, ini {barang} untuk pesanan kantor kak. Tolong serius dicari.
      +9 courier NOT_FOUND: Paket tidak ada di {hub}. Kurir {kurir} mengaku sudah menurunkan semua paket.
    `,
  },
  butuhBuktiLain: {
    category: "scan_issue",
    clock: "any",
    ago: 98,
    thread: `
      seller [handover]: Paket sudah di kurir, mohon status diperbarui.
      +50 courier: Di foto tidak terlihat resi maupun kurirnya kak, jadi belum bisa kami proses.
      +25 cs REQUEST_EVIDENCE: Kak {pic}, mohon bukti lain: chat dengan kurir yang ada nomornya, atau rekaman CCTV saat serah terima.
      +2 cs note: Bukti utama lemah, pakai bukti alternatif. Belum perlu ke L2.
    `,
  },
  terlewatScan: {
    category: "scan_issue",
    clock: "any",
    ago: 340,
    thread: `
      seller [handover]: Sudah diambil kurir {kurir} tadi, tapi belum ada scan.
      +16 courier: Siap kak, kami cek manifesnya.
      +22 courier SCAN_UPDATED: Ketemu kak, terlewat scan saat jemput. Sudah diproses.
      +4 scan PICKEDUP
    `,
  },
  terlewatScanMalam: {
    category: "scan_issue",
    clock: "any",
    ago: 770,
    thread: `
      seller [handover]: {jml} paket {barang} sudah dibawa kurir, mohon bantu scan ya kak.
      +65 desk: Kurirnya baru balik ke hub, mohon ditunggu.
      +40 seller: Baik.
      +35 scan PICKEDUP
    `,
  },
  fotoSama: {
    category: "scan_issue",
    clock: "any",
    ago: 150,
    thread: `
      seller [handover]: Paket sudah diserahkan, ini buktinya.
      +22 courier: Kak, label di foto ini buram dan kurir kami bilang hari itu tidak ke lokasi. Apakah ada foto lain?
      +1 courier note: Latar fotonya mirip sekali dengan bukti laporan bulan lalu. Hati-hati.
      +17 cs note: Setuju perlu bukti kedua. Penjual ini riwayatnya bersih, jadi tanyakan baik-baik.
      +2 cs REQUEST_EVIDENCE: Kak {pic}, boleh minta foto asli dari galeri atau chat dengan kurirnya? Supaya bisa kami bantu kuatkan.
      +21 seller done REQUEST_EVIDENCE [ready]: Ini foto aslinya sebelum diambil, labelnya kelihatan jelas. Chat dengan kurirnya masih ada di HP istri, nanti saya susulkan.
    `,
  },
  scanTapiBukan: {
    category: "scan_issue",
    clock: "any",
    handedOver: 900,
    ago: 66,
    thread: `
      seller [handover]: Diserahkan kemarin, status belum berubah.
      +28 courier: Kami proses ya kak.
      +12 scan PICKEDUP
      +140 seller reopen: Statusnya jadi dijemput, tapi {ekspedisi} bilang berat 5 kg padahal paket saya 400 gram. Jangan-jangan tertukar label. Mohon CS bantu cek.
    `,
  },
  sehariTanpaScan: {
    category: "scan_issue",
    clock: "any",
    handedOver: 900,
    dropOff: true,
    ago: 240,
    thread: `
      seller [handover]: Drop off di {hub}, sudah ada foto di konter dan belum ada scan masuk.
      +110 seller UPDATE_SCAN: Paket {resi}, diterima petugas konter berkerudung abu-abu.
    `,
  },
  selesaiDicek: {
    category: "scan_issue",
    clock: "any",
    handedOver: 1500,
    ago: 590,
    thread: `
      seller [handover]: Tracking tidak bergerak, padahal pembeli bilang paketnya sudah sampai. Aneh.
      +38 cs: Halo Kak {pic}, sudah kami cek di web {ekspedisi}, di sana statusnya memang sudah jalan. Ada jeda data di sistem kami.
      +14 seller: Oh berarti aman ya, yang penting sampai.
      +8 cs resolve: Status di web ekspedisi sudah bergerak; selisih data dicatat.
    `,
  },
} satisfies Record<string, Script>;
