import { expect, test } from "@playwright/test";
import { openTestServer } from "../support/test-server.ts";
import { startEmbeddedPostgres } from "#db/embedded.ts";

test("x", async () => {
  expect(typeof openTestServer).toBe("function");
  expect(typeof startEmbeddedPostgres).toBe("function");
});
