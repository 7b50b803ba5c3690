export function demoFiles(): { path: string; text: string }[] {
  return [];
}
