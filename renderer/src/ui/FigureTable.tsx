import type { ReactNode } from 'react';
import './FigureTable.css';

/**
 * A few lines of figures: what is counted to the left, its figures to the right. Cells are marked by `figure-bar`, `figure-text`, `figure-strong`,
 * `figure-short` and `figure-zero`; `figure-words` stand below a name.
 */
export function FigureTable({ children }: { readonly children: ReactNode }): ReactNode {
  return <table className="figure-table">{children}</table>;
}
