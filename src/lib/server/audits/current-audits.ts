import { settings } from '../settings';
import { openAuditFiles, type AuditFiles } from './audit-files';

let current: AuditFiles | null = null;

/** The audits of this process, in the data folder of the settings. Opened on first use. */
export function audits(): AuditFiles {
	current ??= openAuditFiles(settings().dataDirectory);
	return current;
}
