import { createHmac, timingSafeEqual } from "node:crypto";

/** Over https only the name that a browser takes over https alone: nobody plants a session from beside. */
const nameOver = (secure: boolean) => `${secure ? "__Secure-" : ""}pickup.session_token`;

function readCookie(cookies: string, name: string): string | undefined {
  for (const pair of cookies.split(";")) {
    const at = pair.indexOf("=");
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

/** The session token of a cookie header, where better-auth's signature on it is ours. */
export function readSessionToken(
  cookies: string | null,
  secret: string,
  secure: boolean,
): string | undefined {
  const cookie = cookies ? readCookie(cookies, nameOver(secure)) : undefined;
  if (!cookie || cookie.length > 400) return undefined;
  let value: string;
  try {
    value = decodeURIComponent(cookie);
  } catch {
    return undefined;
  }
  const dot = value.lastIndexOf(".");
  const token = value.slice(0, dot);
  const signature = Buffer.from(value.slice(dot + 1), "base64");
  const expected = createHmac("sha256", secret).update(token).digest();
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected))
    return undefined;
  return token;
}
