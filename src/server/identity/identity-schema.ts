import type { ColumnType, Generated } from 'kysely';

type Moment = ColumnType<string, string | undefined, string>;

/** The rows of identity that Saldo itself reads and writes; the library has its own way to the rest. */
export interface IdentitySchema {
  user: { id: string; name: string; email: string; twoFactorEnabled: boolean | null; createdAt: Moment };
  session: { id: string; userId: string };
  account: { id: string; userId: string; providerId: string; password: string | null };
  twoFactor: { id: string; userId: string };
  apikey: {
    id: string;
    name: string | null;
    start: string | null;
    referenceId: string;
    enabled: boolean | null;
    createdAt: Moment;
    expiresAt: string | null;
    lastRequest: string | null;
    metadata: string | null;
  };
  office_role: { user_id: string; role: string; office: string; granted_at: Moment; granted_by: string };
  user_state: { user_id: string; must_change_password: Generated<boolean>; disabled_at: string | null };
}
