import "react";

declare module "react" {
  // Our own variables in `style`.
  interface CSSProperties {
    [name: `--${string}`]: string | number | undefined;
  }
}
