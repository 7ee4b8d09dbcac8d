import type { Script } from "./script.ts";

/** The courier has nobody here: CS passes on and answers. */
export const UNSERVED = {
  baruMasuk: {
    category: "belum_pickup",
    clock: "open",
    ago: 24,
    thread: `
      seller [ready]: {Salam} kak CS, J&T belum jemput paket {barang} saya. Bisa dibantu sampaikan?
    `,
  },
  diteruskan: {
    category: "belum_pickup",
    clock: "open",
    ago: 57,
    thread: `
      mate: Belum ada kurir J&T yang datang. Drop point terdekat bilang tunggu saja.
      +32 cs: Halo Kak {pic}, J&T belum bergabung di dasbor ini jadi aku yang teruskan. Sudah aku WA ke {hub} ya.
      +3 cs note: WA ke PIC {hub} terkirim, tiket J&T sudah dibuat. Cek lagi 2 jam.
      +61 seller: Ada balasan belum kak dari J&T?
    `,
  },
  sudahDijemput: {
    category: "belum_pickup",
    clock: "kept",
    ago: 445,
    thread: `
      seller: Mohon dibantu follow up J&T ya kak, kurirnya belum datang.
      +20 cs: Baik Kak {pic}, sudah kami teruskan. Info dari {hub} kurir sudah jalan.
      +9 seller: Oke ditunggu.
      +105 scan PICKEDUP
    `,
  },
  gagalSatpam: {
    category: "gagal_pickup",
    clock: "open",
    failed: "Akses lokasi terbatas",
    ago: 83,
    thread: `
      seller: Katanya gagal karena tidak boleh masuk satpam. Padahal satpam sudah saya titipi pesan.
      +36 cs: Kami sampaikan ke {hub} ya Kak. Boleh nama satpam dan nomor yang bisa dihubungi kurir?
      +1 cs REQUEST_EVIDENCE: Nama satpam / pos jaga dan nomor yang standby.
      +26 seller done REQUEST_EVIDENCE: Pak Wahyu, pos depan. Nomor saya {wa} selalu aktif.
    `,
  },
  scanJnt: {
    category: "scan_issue",
    clock: "any",
    ago: 160,
    thread: `
      seller [handover]: Sudah diambil kurir J&T, tracking masih kosong.
      +44 cs: Foto serah terimanya jelas, terima kasih Kak. Sudah kami kirim ke J&T beserta resinya.
      +2 cs FOLLOW_UP: Diteruskan lewat WhatsApp {hub}, menunggu jawaban.
    `,
  },
  lewatBatas: {
    category: "long_pickup",
    clock: "late",
    ago: 210,
    thread: `
      seller: Resi {resi} sudah lewat batas. J&T tidak ada yang bisa dihubungi.
      +70 cs: Mohon maaf Kak {pic}. J&T kami kejar lewat jalur kami, perkiraan kabar paling lambat besok 12.00 WIB.
      +2 cs note: L1 ke L2: bukti utama ada (foto siap kirim), janji ke penjual besok 12.00 WIB.
      +40 lead note: Diterima L2. Koordinator area {kecamatan} sudah ditelepon.
      +35 seller: Oke kak, saya pegang janjinya ya.
    `,
  },
  hampirBatal: {
    category: "long_pickup",
    clock: "late",
    ago: 75,
    thread: `
      seller: Ini sebentar lagi auto-cancel. Kalau batal saya rugi ongkir balik, mohon dibantu serius.
      +29 lead: Kak {pic}, saya {lead} dari CS L2. J&T menyanggupi jemput, nama kurir menyusul.
      +88 seller: Belum ada yang datang maupun telepon kak.
      +4 seller note: Kalau sampai besok tidak ada kabar, siapkan kirim ulang pakai yang lain.
    `,
  },
} satisfies Record<string, Script>;
