/** Hours on single dates as couriers announced them over Lebaran 2026 (bantuan.komerce.id); no spans: closed. Minutes of the day. */
export type ClosureSeed = {
  courier: string;
  province: string | null;
  date: string;
  spans: [number, number][];
  name: string;
};

const NYEPI = "Nyepi";
const LEBARAN = "Libur Lebaran";
const closed = (
  courier: string,
  date: string,
  name: string,
  province: string | null = null,
): ClosureSeed => ({ courier, province, date, spans: [], name });

export const CLOSURES: readonly ClosureSeed[] = [
  {
    ...closed("sicepat", "2026-03-19", "Penjemputan terakhir sebelum Lebaran"),
    spans: [[0, 1440]],
  },
  closed("sicepat", "2026-03-21", LEBARAN),
  closed("sicepat", "2026-03-22", LEBARAN),
  { ...closed("idx", "2026-03-18", "Buka sampai 14.00 WITA", "Bali"), spans: [[0, 840]] },
  closed("idx", "2026-03-19", NYEPI, "Bali"),
  closed("idx", "2026-03-20", LEBARAN),
  closed("idx", "2026-03-21", LEBARAN),
  closed("sap", "2026-03-19", NYEPI, "Bali"),
  { ...closed("sap", "2026-03-19", "Buka dengan petugas terbatas"), spans: [[0, 1440]] },
  { ...closed("sap", "2026-03-20", "Hanya sif pagi"), spans: [[0, 720]] },
  closed("sap", "2026-03-21", LEBARAN),
  closed("sap", "2026-03-22", LEBARAN),
];
