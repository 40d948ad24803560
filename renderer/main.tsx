import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/opsz.css';
import '@fontsource-variable/source-serif-4/opsz-italic.css';
import '@fontsource-variable/noto-serif-devanagari/wght.css';
import '@fontsource-variable/noto-naskh-arabic/wght.css';
import './ui/tokens.css';
import './ui/base.css';
import { createRoot } from 'react-dom/client';
import { connection } from './api.ts';
import { App } from './App.tsx';
import { windowClock } from './article/clock.ts';
import { DraftContext } from './article/useDraft.ts';
import { createRunner } from './commands.ts';
import { followTheme } from './settings/settings.ts';
import { createServices, ServicesContext } from './window/services.ts';
import { start } from './window/start.ts';

const services = createServices(connection, windowClock);
const run = createRunner(services);
followTheme(services.settings, document.documentElement);
void start(services, run);

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <ServicesContext value={services}>
      <DraftContext value={services.draft}>
        <App run={run} />
      </DraftContext>
    </ServicesContext>,
  );
