import { z } from "zod";
import { text } from "./text.schema.ts";

export const SignIn = z.object({
  email: z.email("field.invalid").max(200, "field.too_long"),
  password: z.string().min(1, "field.required").max(200, "field.too_long"),
  next: text(500).default(""),
});
export type SignIn = z.infer<typeof SignIn>;

export const Preferences = z.object({
  language: z.enum(["id", "en"]).optional(),
  theme: z.enum(["light", "dark", "system"]).optional(),
  next: text(500).default(""),
});
export type Preferences = z.infer<typeof Preferences>;
