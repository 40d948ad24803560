import { z } from 'zod';

// No generated code: the window's CSP and Trusted Types refuse it, and only trying is reported as a violation.
z.config({ jitless: true });

export { z };
