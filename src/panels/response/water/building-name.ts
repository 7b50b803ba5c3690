import { useAppState } from '../../controls/app-context';
import { useModelWords } from '../../controls/words';

/** How a building is called: its name, else its use with its id. */
export function useBuildingName(): (id: string) => string {
  const buildings = useAppState(({ plan }) => plan.plan?.records.building);
  const name = useModelWords();
  return (id) => {
    const building = buildings?.get(id);
    if (building?.name) return building.name;
    return `${name(building?.use ? `building.use.${building.use}` : 'building.label')} ${id}`;
  };
}
