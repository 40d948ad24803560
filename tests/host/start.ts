import { describeRuntime, explain, openApplication, whyNoDisplay } from './openApplication.ts';

function main(): void {
  console.log(describeRuntime());
  const obstacle = whyNoDisplay();
  if (obstacle !== undefined) {
    console.error(obstacle);
    process.exitCode = 1;
    return;
  }
  const child = openApplication(process.argv.slice(2));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 0 : 1);
    process.exit();
  });
}

try {
  main();
} catch (error) {
  process.exitCode = explain(error);
}
