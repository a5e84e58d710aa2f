import styles from './user-badge.module.css';

/** The first letter of a user's name in a circle; decoration beside the name itself. */
export function UserBadge({ name }: { readonly name: string }) {
  const [letter = ''] = Array.from(name.trim());
  return (
    <span className={styles.badge} aria-hidden="true">
      {letter.toLocaleUpperCase()}
    </span>
  );
}
