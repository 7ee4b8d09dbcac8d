import { Form } from "@remix-run/react";
import Clock from "lucide-react/icons/clock";
import MessagesSquare from "lucide-react/icons/messages-square";
import ShieldCheck from "lucide-react/icons/shield-check";
import { useTranslation } from "react-i18next";
import icon from "#app/assets/icon.svg?url";
import type { Problem } from "../../contracts/errors.ts";
import { FieldError } from "../ui/field-error.tsx";
import { ProblemNote } from "../ui/problem-note.tsx";
import { SubmitButton } from "../ui/submit-button.tsx";

export type DemoSignIn = { label: string; email: string; password: string };

export type SignInPageProps = {
  next: string;
  problem?: Problem | null;
  /** As typed before; a password is never sent back. */
  email?: string;
  demoSignIns?: DemoSignIn[];
};

export function SignInPage({ next, problem, email = "", demoSignIns = [] }: SignInPageProps) {
  const { t } = useTranslation();
  return (
    <div className="mx-auto grid max-w-5xl gap-x-16 gap-y-10 px-4 py-8 lg:grid-cols-[minmax(0,1fr)_24rem] lg:py-20">
      <div className="space-y-6 lg:order-2">
        <div>
          <h1 className="text-2xl font-semibold tracking-tight">{t("signIn.title")}</h1>
          <p className="mt-1 text-muted">{t("signIn.lead")}</p>
        </div>
        <SignInForm next={next} problem={problem} email={email} />
        {demoSignIns.length > 0 && <DemoPanel next={next} accounts={demoSignIns} />}
      </div>
      <About />
    </div>
  );
}

type SignInFormProps = Required<Pick<SignInPageProps, "next" | "email">> &
  Pick<SignInPageProps, "problem">;

function SignInForm({ next, problem, email }: SignInFormProps) {
  const { t } = useTranslation();
  return (
    <Form method="post" action="/sign-in" className="space-y-4">
      {problem && <ProblemNote problem={problem} />}
      <input type="hidden" name="next" value={next} />
      <Field
        name="email"
        type="email"
        label={t("signIn.email")}
        autoComplete="username"
        defaultValue={email}
        error={problem?.fields.email}
      />
      <Field
        name="password"
        type="password"
        label={t("signIn.password")}
        autoComplete="current-password"
        error={problem?.fields.password}
      />
      <SubmitButton className="min-h-11 w-full" pendingText={t("signIn.pending")}>
        {t("signIn.submit")}
      </SubmitButton>
    </Form>
  );
}

type FieldProps = {
  name: "email" | "password";
  type: "email" | "password";
  label: string;
  autoComplete: string;
  defaultValue?: string;
  error: string | undefined;
};

function Field({ name, label, error, ...input }: FieldProps) {
  const errorId = `${name}-error`;
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-medium">
        {label}
      </label>
      <input
        id={name}
        name={name}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        className="input h-11 w-full border-edge text-base"
        {...input}
      />
      <FieldError id={errorId} code={error} />
    </div>
  );
}

function DemoPanel({ next, accounts }: { next: string; accounts: DemoSignIn[] }) {
  const { t } = useTranslation();
  return (
    <section
      aria-labelledby="demo-title"
      className="rounded-box border border-base-300 bg-base-100 p-4"
    >
      <h2 id="demo-title" className="font-semibold">
        {t("signIn.demo.title")}
      </h2>
      <p className="mt-0.5 text-dense text-muted">{t("signIn.demo.lead")}</p>
      <ul className="mt-3 divide-y divide-base-300">
        {accounts.map(({ label, email, password }) => (
          <li key={email}>
            <Form method="post" action="/sign-in">
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={password} />
              <button
                type="submit"
                className="menu-line py-2"
                aria-label={t("signIn.demo.enter", { label })}
              >
                <span className="min-w-0 flex-1">
                  <span className="block font-medium">{label}</span>
                  <span className="block truncate font-mono text-xs text-muted">{email}</span>
                </span>
                <span aria-hidden="true" className="text-primary">
                  →
                </span>
              </button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}

const PROMISES = [
  { key: "clock", Icon: Clock },
  { key: "thread", Icon: MessagesSquare },
  { key: "proof", Icon: ShieldCheck },
] as const;

function About() {
  const { t } = useTranslation();
  return (
    <section className="lg:order-1 lg:pt-2">
      <p className="flex items-center gap-3 text-xl font-semibold tracking-tight lg:text-3xl">
        <img src={icon} alt="" width="36" height="36" />
        {t("product.name")}
      </p>
      <p className="mt-2 max-w-md text-base text-muted lg:text-lg">{t("product.tagline")}</p>
      <ul className="mt-6 max-w-md space-y-3 border-t border-base-300 pt-6">
        {PROMISES.map(({ key, Icon }) => (
          <li key={key} className="flex gap-3">
            <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-primary" />
            {t(`signIn.promise.${key}`)}
          </li>
        ))}
      </ul>
    </section>
  );
}
