import { z } from 'zod';
import { SHORTEST_PASSWORD } from './auth.ts';

const password = z.string().min(1).max(200);
const code = z
  .string()
  .regex(/^\d{6}$/)
  .describe('six digits, from the device that makes the codes');
const trustDevice = z.boolean().optional().describe('whether this browser is asked for no code for 30 days');

/** The bodies of the identity library's routes as we let them through: whatever is not named here never reaches it. */
export const SignInSchema = z
  .strictObject({ email: z.email().max(200), password, rememberMe: z.boolean().optional() })
  .meta({ id: 'SignIn' });
export const PasswordChangeSchema = z
  .strictObject({
    currentPassword: password,
    newPassword: z.string().min(SHORTEST_PASSWORD).max(200),
    revokeOtherSessions: z.boolean().default(true).describe('whether other browsers are signed out'),
  })
  .refine(({ currentPassword, newPassword }) => currentPassword !== newPassword, {
    path: ['newPassword'],
    message: 'expected another password than the current one',
  })
  .meta({ id: 'PasswordChange' });
export const PasswordSchema = z.strictObject({ password }).meta({ id: 'Password' });
export const CodeSchema = z.strictObject({ code, trustDevice }).meta({ id: 'Code' });
export const BackupCodeSchema = z
  .strictObject({ code: z.string().min(1).max(50), trustDevice })
  .meta({ id: 'BackupCode' });
export const OutsideSignInSchema = z
  .strictObject({
    provider: z.literal('outside'),
    callbackURL: z
      .string()
      .regex(/^\/(?![/\\])[\w\-./?=&%]*$/)
      .max(500)
      .describe('page to come back to, a path of this server'),
  })
  .meta({ id: 'OutsideSignIn' });

export const SignedInSchema = z
  .object({ twoFactorRedirect: z.boolean().optional().describe('true where a code must follow') })
  .meta({ id: 'SignedIn' });
export const DoneSchema = z.object({}).meta({ id: 'Done' });
export const SecondFactorSchema = z
  .object({
    totpURI: z.string().describe('otpauth: address to be shown as a QR code'),
    backupCodes: z.array(z.string()).describe('each good for one sign-in; shown this once'),
  })
  .meta({ id: 'SecondFactor' });
export const BackupCodesSchema = z.object({ backupCodes: z.array(z.string()) }).meta({ id: 'BackupCodes' });
export const RedirectSchema = z.object({ url: z.string() }).meta({ id: 'Redirect' });
