import { Outlet } from "@remix-run/react";
import { TrackingHead } from "#app/components/tracking/tracking-head.tsx";

export default function TrackingRoute() {
  return (
    <>
      <TrackingHead />
      <Outlet />
    </>
  );
}
