import { useReducer } from "react";
import { newClientId } from "./client-id.ts";

/** An id for what a form sends, kept over failed tries, and the means to take the next one once it arrived. */
export const useClientId = (): [id: string, renew: () => void] =>
  useReducer(newClientId, null, newClientId);
