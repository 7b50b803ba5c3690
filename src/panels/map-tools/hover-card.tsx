import { useAppState } from '../controls/app-context';
import { useModelWords } from '../controls/words';

/** What the pointer is on, in one line. */
export function HoverCard() {
  const hovered = useAppState(({ selection }) => selection.hovered);
  const record = useAppState(({ plan, selection }) =>
    selection.hovered ? plan.plan?.records[selection.hovered.type].get(selection.hovered.id) : undefined,
  );
  const dragging = useAppState(({ results }) => results.drag !== null);
  const name = useModelWords();
  if (!hovered || !record || dragging) return null;
  const fields = record as unknown as Record<string, string | number | undefined>;
  const facts = [
    fields.status ? name(`${hovered.type}.status.${fields.status}`) : '',
    fields.flowLps ? `${fields.flowLps} L/s` : '',
    fields.mainDiameterMm ? `DN${fields.mainDiameterMm}` : '',
    fields.occupancy ? name(`${hovered.type}.occupancy.${fields.occupancy}`) : '',
    hovered.type === 'incident' && fields.kind ? name(`incident.kind.${fields.kind}`) : '',
    hovered.type === 'incident' && fields.calledAt ? String(fields.calledAt).replace('T', ' ').slice(0, 16) : '',
    fields.address ?? '',
  ].filter(Boolean);
  return (
    <p className="hover-card" role="status">
      <strong>{fields.name ?? fields.number ?? name(`${hovered.type}.label`)}</strong>
      {facts.length > 0 && <span>{facts.join(' · ')}</span>}
    </p>
  );
}
