import { type AppState, type Camera, JOBS, type JobId } from '../store/state';

export interface Address {
  readonly job?: JobId;
  readonly camera?: Camera;
  readonly planned?: boolean;
  readonly selected?: { readonly type: string; readonly id: string };
}

/** `#job=coverage&at=118.35,31.28,12.5&planned=1&sel=hydrant/hydrant-7`: a link that reopens the view. */
export function addressOf({ view, settings, selection }: AppState): string {
  const parts = new URLSearchParams({ job: view.job });
  if (view.camera) {
    const { center, zoom, bearing, pitch } = view.camera;
    const numbers = [center[0].toFixed(5), center[1].toFixed(5), zoom.toFixed(2)];
    if (bearing || pitch) numbers.push(bearing.toFixed(1), pitch.toFixed(1));
    parts.set('at', numbers.join(','));
  }
  if (settings.coverage.countPlanned) parts.set('planned', '1');
  const [first] = selection.records;
  if (selection.records.length === 1 && first) parts.set('sel', `${first.type}/${first.id}`);
  return `#${parts.toString().replaceAll('%2C', ',').replaceAll('%2F', '/')}`;
}

/** What an address says, without what makes no sense. */
export function readAddress(hash: string): Address {
  const parts = new URLSearchParams(hash.replace(/^#/, ''));
  const job = JOBS.find((each) => each === parts.get('job'));
  const [lon, lat, zoom, bearing = 0, pitch = 0] = (parts.get('at') ?? '').split(',').map(Number);
  const usable = [lon, lat, zoom, bearing, pitch].every((value) => Number.isFinite(value)) && Math.abs(lat!) <= 85;
  const [type, ...id] = (parts.get('sel') ?? '').split('/');
  return {
    ...(job ? { job } : {}),
    ...(parts.get('at') && usable ? { camera: { center: [lon!, lat!] as const, zoom: zoom!, bearing, pitch } } : {}),
    ...(parts.get('planned') === '1' ? { planned: true } : {}),
    ...(type && id.length > 0 ? { selected: { type, id: id.join('/') } } : {}),
  };
}
