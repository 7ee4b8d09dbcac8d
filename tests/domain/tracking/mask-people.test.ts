import { describe, expect, it } from "vitest";
import { maskBody, maskPeople } from "#app/domain/tracking/mask-people.server.ts";

describe("a courier's text", () => {
  it.each([
    ["DITERIMA OLEH: SITI AMINAH (YBS)", "DITERIMA OLEH: S*** A*** (YBS)"],
    [
      "Paket diterima oleh [BUDI - (YBS) Yang Bersangkutan]",
      "Paket diterima oleh [B*** - (YBS) Yang Bersangkutan]",
    ],
    ["CONTACT: BUDI 0812-3456-7890", "CONTACT: B*** 0812****90"],
    [
      "Paket telah di pick up oleh [SIGESIT - Joko Susilo]",
      "Paket telah di pick up oleh [SIGESIT - J*** S***]",
    ],
    ["SUCCESS / [M] RECEIVED BY: RINI", "SUCCESS / [M] RECEIVED BY: R***"],
    [
      "Delivered to Siti | 14-07-2021 16:00 | YOGYAKARTA",
      "Delivered to S*** | 14-07-2021 16:00 | YOGYAKARTA",
    ],
    ["hubungi +62 812 3456 7890", "hubungi +62 ****90"],
  ])("covers people: %s", (text, shown) => {
    expect(maskPeople(text)).toBe(shown);
  });

  it.each([
    "PAKET TELAH DI PROSES OLEH (LION PARCEL [POS]), JOGJAKARTA",
    "PAKET AKAN DIKIRIMKAN OLEH (PT POS. ), PALEMBANG",
    "Kurir salah scan paket tetangga",
    "WITH DELIVERY COURIER [JAKARTA]",
    "SHIPMENT RECEIVED BY JNE COUNTER OFFICER AT [JAKARTA]",
    "Paket telah di pick up oleh [SIGESIT - ]",
    "Resi 000300000064 telah di input (manifested) di Jakarta Barat [Jakbar Angke]",
  ])("leaves the rest as it came: %s", (text) => {
    expect(maskPeople(text)).toBe(text);
  });
});

it("covers the people and places of a delivery's body", () => {
  const body = maskBody({
    awb: "IDE0000000061",
    receiver_name: "Siti",
    origin: { address: "Jl. Melati 1", phone: "08123456789", city: "Bandung" },
    history: [{ desc: "DITERIMA OLEH: SITI" }],
  });
  expect(body).toContain("IDE0000000061");
  expect(body).toContain("Bandung");
  for (const private_ of ["Siti", "SITI", "Melati", "08123456789"])
    expect(body).not.toContain(private_);
});
