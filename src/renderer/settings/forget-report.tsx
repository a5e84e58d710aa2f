import { X } from 'lucide-react';
import { catalogue } from '../../shared/catalogue/catalogue';
import type { ForgetPlace, ForgetView } from '../../shared/model/forget';
import { useApp, useNavigation } from '../stores/use-stores';
import { Button, IconButton } from '../ui/button';
import rows from './forget-card.module.css';

const words = catalogue.history.forget;

interface PlaceRowProps {
  readonly forget: ForgetView;
  readonly place: ForgetPlace;
}

function PlaceRow({ forget, place }: PlaceRowProps) {
  const forgetPlaces = useApp((state) => state.forgetPlaces);
  const isBusy = useApp((state) => state.forgetting !== null);
  const { openChat } = useNavigation();
  const { sessionId, messageId, sessionTitle } = place;
  const where = sessionTitle === null ? '' : ` ${words.inChat(sessionTitle)}`;
  const name = `${words.kinds[place.kind]}${where}`;
  return (
    <li className={rows.place} data-testid="forget-place">
      <div className={rows.words}>
        {sessionId !== null && messageId !== null ? (
          <button type="button" className={rows.link} onClick={() => void openChat(sessionId, messageId)}>
            {name}
          </button>
        ) : (
          <span>{name}</span>
        )}
        {place.excerpt !== '' && <span className={rows.excerpt}>{place.excerpt}</span>}
      </div>
      {place.canForget ? (
        <Button
          disabled={isBusy}
          aria-label={words.forgetOneOf(`${name}, ${place.excerpt}`)}
          onClick={() => void forgetPlaces(forget, [place.id])}
        >
          {words.forgetOne}
        </Button>
      ) : (
        <span className={rows.excerpt}>{words.cannot}</span>
      )}
    </li>
  );
}

function Waiting({ forget }: { readonly forget: ForgetView }) {
  const undoForget = useApp((state) => state.undoForget);
  return (
    <li className={rows.report} data-testid="forget-report">
      <div className={rows.head}>
        <span className={rows.what}>{words.what(forget.kind, forget.messageCount)}</span>
        <span className={rows.excerpt}>{words.waiting}</span>
        <Button onClick={() => void undoForget(forget)}>{catalogue.app.undo}</Button>
      </div>
    </li>
  );
}

/** One deletion: it waits, or it is erased and this is what still holds its words. */
export function ForgetReport({ forget }: { readonly forget: ForgetView }) {
  const forgetPlaces = useApp((state) => state.forgetPlaces);
  const dismissForget = useApp((state) => state.dismissForget);
  const isForgetting = useApp((state) => state.forgetting === forget.id);
  if (forget.state === 'waiting') return <Waiting forget={forget} />;
  const { places, filesSearched } = forget;
  const able = places.filter(({ canForget }) => canForget).map(({ id }) => id);
  const said = places.length === 0 ? words.clean(filesSearched) : words.held(places.length, filesSearched);
  return (
    <li className={rows.report} data-testid="forget-report">
      <div className={rows.head}>
        <span className={rows.what}>{words.what(forget.kind, forget.messageCount)}</span>
        <span className={rows.said} role="status">
          {isForgetting ? words.forgetting : said}
        </span>
        {able.length > 1 && (
          <Button disabled={isForgetting} onClick={() => void forgetPlaces(forget, able)}>
            {words.forgetAll(able.length)}
          </Button>
        )}
        <IconButton label={words.dismiss} onClick={() => void dismissForget(forget)}>
          <X size={14} aria-hidden="true" />
        </IconButton>
      </div>
      {places.length > 0 && (
        <ul className={rows.places}>
          {places.map((place) => (
            <PlaceRow key={place.id} forget={forget} place={place} />
          ))}
        </ul>
      )}
    </li>
  );
}
