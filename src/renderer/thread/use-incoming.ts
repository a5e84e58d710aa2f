import type { ClipboardEvent, DragEvent } from 'react';
import { useState } from 'react';
import { longPasteCharacters } from '../../shared/model/attachment';
import { useThread } from '../stores/use-stores';
import { incomingFile } from './read-text-file';

/** Files that are pasted into the field are attached, and so is a text too long to be read in it. */
export function usePaste(): (event: ClipboardEvent) => void {
  const attachFiles = useThread((state) => state.attachFiles);
  const attachPaste = useThread((state) => state.attachPaste);
  return (event) => {
    const files = [...event.clipboardData.files].map(incomingFile);
    const pasted = event.clipboardData.getData('text/plain');
    if (files.length === 0 && pasted.length <= longPasteCharacters) return;
    event.preventDefault();
    void (files.length > 0 ? attachFiles(files) : attachPaste(pasted));
  };
}

/** Files that are dropped on the chat are attached; `isOver` while some are held above it. */
export function useFileDrop() {
  const attachFiles = useThread((state) => state.attachFiles);
  const [isOver, setOver] = useState(false);
  const holdsFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return {
    isOver,
    handlers: {
      onDragOver: (event: DragEvent): void => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: (event: DragEvent): void => {
        const { currentTarget, relatedTarget } = event;
        if (!(relatedTarget instanceof Node && currentTarget.contains(relatedTarget))) setOver(false);
      },
      onDrop: (event: DragEvent): void => {
        if (!holdsFiles(event)) return;
        event.preventDefault();
        setOver(false);
        void attachFiles([...event.dataTransfer.files].map(incomingFile));
      },
    },
  };
}
