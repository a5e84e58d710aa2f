import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ComponentType } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogue } from '../../../src/shared/catalogue/catalogue';
import { Boundary } from '../../../src/renderer/ui/boundary';
import { later } from '../../../src/renderer/ui/later';

afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const Pane = () => <p>the pane</p>;

describe('a component whose code comes later', () => {
  it('has something in its place until then, and is read once', async () => {
    let come: (component: ComponentType) => void = () => undefined;
    const load = vi.fn(() => new Promise<ComponentType>((resolve) => (come = resolve)));
    const { Component } = later(load, <p>meanwhile</p>);
    render(<Component />);
    expect(screen.getByText('meanwhile')).toBeDefined();
    await act(async () => {
      come(Pane);
      await Promise.resolve();
    });
    expect(screen.getByText('the pane')).toBeDefined();
    cleanup();
    render(<Component />);
    expect(screen.getByText('the pane')).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is there at once where it was read ahead', async () => {
    const { Component, read } = later(() => Promise.resolve(Pane), <p>meanwhile</p>);
    await read();
    render(<Component />);
    expect(screen.getByText('the pane')).toBeDefined();
  });

  it('says so where its code cannot be read, and offers to load the window again', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const reload = vi.fn();
    const { Component } = later(() => Promise.reject(new Error('no such file')));
    render(
      <Boundary reload={reload}>
        <Component />
      </Boundary>,
    );
    expect((await screen.findByRole('alert')).textContent).toContain('no such file');
    fireEvent.click(screen.getByRole('button', { name: catalogue.app.drawFailed.reload }));
    expect(reload).toHaveBeenCalledTimes(1);
  });
});

describe('a window something of which cannot be drawn', () => {
  it('is not left empty', () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined);
    const Broken = (): never => {
      throw new Error('bad shape');
    };
    render(
      <Boundary reload={() => undefined}>
        <Broken />
      </Boundary>,
    );
    expect(screen.getByRole('alert').textContent).toContain(catalogue.app.drawFailed.text('bad shape'));
  });
});
