/** A drawn scene of the module, with what it shows said in words below it for everyone. */
export function Picture({ id, alt }: { readonly id: string; readonly alt: string }) {
  return (
    <figure className="picture">
      <svg viewBox="0 0 440 118" preserveAspectRatio="xMidYMid slice" role="img" aria-label={alt} focusable="false">
        <use href={`#picture-${id}`} />
      </svg>
    </figure>
  );
}
