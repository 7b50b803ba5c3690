export type Json = Record<string, unknown>;

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function parsedJson(text: string): { readonly root: unknown } | { readonly error: string } {
  try {
    return { root: JSON.parse(text) };
  } catch (error) {
    return { error: String((error as Error).message) };
  }
}
