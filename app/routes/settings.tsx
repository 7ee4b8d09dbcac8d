import { Outlet } from "@remix-run/react";
import { SettingsHead } from "#app/components/settings/settings-head.tsx";

export default function SettingsRoute() {
  return (
    <>
      <SettingsHead />
      <Outlet />
    </>
  );
}
