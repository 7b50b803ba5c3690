import { Icon, type IconName } from './icon';

interface Props {
  readonly icon: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly className?: string;
}

/** A button of one sign; its name is read out and shown on hover. */
export function IconButton({ icon, label, onClick, disabled = false, className = '' }: Props) {
  return (
    <button
      type="button"
      className={`quiet ${className}`}
      disabled={disabled}
      onClick={onClick}
      aria-label={label}
      title={label}
    >
      <Icon name={icon} />
    </button>
  );
}
