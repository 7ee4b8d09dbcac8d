import { useNavigation } from "@remix-run/react";

/** Whether the form on its way is the one with these values: a page may have many of a kind. */
export function useIsSent(values: Record<string, string>): boolean {
  const { formData } = useNavigation();
  return Object.entries(values).every(([name, value]) => formData?.get(name) === value);
}
