import type { SeedCourier } from "../hubs.ts";
import type { ShopKey } from "../shops.ts";
import { BELUM } from "./belum.ts";
import { GAGAL } from "./gagal.ts";
import { LONG } from "./long.ts";
import { SCAN } from "./scan.ts";
import type { Script } from "./script.ts";
import { UNSERVED } from "./unserved.ts";

export type Part = readonly [script: Script, shop: ShopKey, courier: SeedCourier];

/** Who plays what: 60 reports, about half of them of one shop, so that its lists are rich. */
export const CAST: readonly Part[] = [
  [BELUM.baruLapor, "melati", "idx"],
  [BELUM.baruLapor, "gadget", "sicepat"],
  [BELUM.tanyaKurir, "bali", "sicepat"],
  [BELUM.kurirJalan, "melati", "idx"],
  [BELUM.kurirSudahDekat, "melati", "jne"],
  [BELUM.dijadwalkanBesok, "melati", "idx"],
  [BELUM.janjiLewat, "melati", "idx"],
  [BELUM.kurirTidakMuncul, "bali", "idx"],
  [BELUM.mintaFotoSiap, "melati", "idx"],
  [BELUM.beresDijemput, "melati", "idx"],
  [BELUM.beresCepat, "gadget", "sicepat"],
  [BELUM.batalLapor, "gadget", "idx"],
  [BELUM.batasTerlewati, "melati", "idx"],
  [BELUM.empatPaketSatuRequest, "melati", "idx"],
  [GAGAL.dibilangTutup, "melati", "idx"],
  [GAGAL.dibilangMintaJadwalUlang, "gadget", "idx"],
  [GAGAL.alamatTidakKetemu, "melati", "idx"],
  [GAGAL.nomorTidakAktif, "bali", "idx"],
  [GAGAL.nomorAdmin, "melati", "jne"],
  [GAGAL.belumSiap, "melati", "sicepat"],
  [GAGAL.gagalLagi, "gadget", "jne"],
  [GAGAL.antarKeGerai, "melati", "idx"],
  [GAGAL.luarJangkauan, "bali", "idx"],
  [GAGAL.hujanDeras, "bali", "jne"],
  [LONG.ekspedisiDiam, "melati", "sicepat"],
  [LONG.menungguDuaHari, "bali", "idx"],
  [LONG.penjualKesal, "melati", "idx"],
  [LONG.duaKaliJanji, "gadget", "sicepat"],
  [LONG.armadaKurang, "melati", "jne"],
  [LONG.mintaDropOff, "melati", "idx"],
  [LONG.akhirnyaDijemput, "melati", "idx"],
  [LONG.salahTutup, "bali", "sicepat"],
  [LONG.resiDibatalkan, "gadget", "jne"],
  [LONG.tigaPaketTertinggal, "gadget", "idx"],
  [LONG.selesaiOlehCs, "melati", "sicepat"],
  [LONG.katanyaSudahDiambil, "melati", "idx"],
  [SCAN.baruDiserahkan, "melati", "idx"],
  [SCAN.dicekGudang, "gadget", "sicepat"],
  [SCAN.strukGerai, "melati", "jne"],
  [SCAN.geraiRamai, "melati", "idx"],
  [SCAN.tidakKetemu, "melati", "idx"],
  [SCAN.butuhBuktiLain, "bali", "jne"],
  [SCAN.terlewatScan, "gadget", "idx"],
  [SCAN.terlewatScanMalam, "melati", "sicepat"],
  [SCAN.fotoSama, "gadget", "jne"],
  [SCAN.scanTapiBukan, "melati", "idx"],
  [SCAN.sehariTanpaScan, "bali", "idx"],
  [SCAN.selesaiDicek, "gadget", "sicepat"],
  [UNSERVED.baruMasuk, "melati", "jnt"],
  [UNSERVED.diteruskan, "gadget", "jnt"],
  [UNSERVED.sudahDijemput, "melati", "jnt"],
  [UNSERVED.gagalSatpam, "bali", "jnt"],
  [UNSERVED.scanJnt, "gadget", "jnt"],
  [UNSERVED.lewatBatas, "melati", "jnt"],
  [UNSERVED.hampirBatal, "bali", "jnt"],
];
