import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { catalogue } from '../../shared/catalogue/catalogue';
import { knownPrices, modelPriceSchema, type ModelPrice } from '../../shared/model-prices';
import { useApp } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import costs from './costs.module.css';
import models from './models.module.css';
import styles from './settings-pane.module.css';

const words = catalogue.costs;
const empty = { model: '', prompt: '', completion: '' };

/** The row as a price; null where a field is missing or is no number. */
function readPrice(row: typeof empty): ModelPrice | null {
  const amount = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));
  const parsed = modelPriceSchema.safeParse({
    model: row.model,
    prompt: amount(row.prompt),
    completion: amount(row.completion),
  });
  return parsed.success ? parsed.data : null;
}

function sameModel(a: Pick<ModelPrice, 'model'>, b: Pick<ModelPrice, 'model'>): boolean {
  return a.model.toLowerCase() === b.model.toLowerCase();
}

interface PriceFormProps {
  readonly onSave: (price: ModelPrice) => void;
}

function PriceForm({ onSave }: PriceFormProps) {
  const [row, setRow] = useState(empty);
  const [isBad, setIsBad] = useState(false);
  const submit = (): void => {
    const price = readPrice(row);
    setIsBad(price === null);
    if (price === null) return;
    setRow(empty);
    onSave(price);
  };
  const fields = [
    ['model', words.model, costs.model],
    ['prompt', words.promptPrice, costs.amount],
    ['completion', words.completionPrice, costs.amount],
  ] as const;
  return (
    <form
      className={costs.row}
      aria-label={words.addPrice}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {fields.map(([name, label, style]) => (
        <input
          key={name}
          className={style}
          aria-label={label}
          placeholder={label}
          aria-invalid={isBad}
          value={row[name]}
          onChange={(event) => setRow({ ...row, [name]: event.target.value })}
        />
      ))}
      <Button type="submit">{words.savePrice}</Button>
      {isBad && (
        <p className={models.bad} role="alert">
          {words.badPrice}
        </p>
      )}
    </form>
  );
}

/** The table calls are priced by: the known prices, and the user's own in their place. */
export function PricesCard() {
  const own = useApp((state) => state.settings?.modelPrices);
  const changeSettings = useApp((state) => state.changeSettings);
  const [showsAll, setShowsAll] = useState(false);
  if (own === undefined) return null;
  const known = knownPrices.filter((price) => !own.some((mine) => sameModel(mine, price)));
  const set = (modelPrices: readonly ModelPrice[]): void =>
    void changeSettings({ modelPrices: [...modelPrices] });
  const without = (price: ModelPrice): readonly ModelPrice[] => own.filter((mine) => !sameModel(mine, price));
  const rows = [...own, ...(showsAll ? known : [])];
  return (
    <section className={styles.card} aria-label={words.prices}>
      <div className={styles.cardHead}>
        <h2 className={styles.cardTitle}>{words.prices}</h2>
      </div>
      <p className={styles.quiet}>{words.pricesHint}</p>
      {rows.length > 0 && (
        <table className={costs.table}>
          <thead>
            <tr>
              <th scope="col">{words.model}</th>
              <th scope="col">{words.promptPrice}</th>
              <th scope="col">{words.completionPrice}</th>
              <th aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {rows.map((price) => (
              <tr key={price.model}>
                <th scope="row">{price.model}</th>
                <td>{`$${String(price.prompt)}`}</td>
                <td>{`$${String(price.completion)}`}</td>
                <td>
                  {own.includes(price) && (
                    <IconButton label={words.removePrice(price.model)} onClick={() => set(without(price))}>
                      <Trash2 size={14} aria-hidden="true" />
                    </IconButton>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <PriceForm onSave={(price) => set([...without(price), price])} />
      <span className={models.buttons}>
        <Button aria-expanded={showsAll} onClick={() => setShowsAll(!showsAll)}>
          {showsAll ? words.fewerPrices : words.allPrices(known.length)}
        </Button>
      </span>
    </section>
  );
}
