import type { ComponentProps, ReactNode } from 'react';

export interface ButtonProps extends ComponentProps<'button'> {
  readonly variant?: 'filled' | 'light' | 'subtle' | 'outline';
  /** Before the words. */
  readonly icon?: ReactNode;
}

export function Button({
  variant = 'filled',
  icon,
  className = '',
  children,
  ...attributes
}: ButtonProps) {
  return (
    <button type="button" {...attributes} className={`button ${className}`} data-variant={variant}>
      {icon}
      {children}
    </button>
  );
}
