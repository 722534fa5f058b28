// A field for a picture. What is too large is named, not sent: a kernel's connection breaks on it, without a word.

function render({model, el}) {
  const label = document.createElement("label");
  const input = document.createElement("input");
  input.type = "file";
  input.accept = model.get("accept");
  input.dataset.lmSuppressShortcuts = "true";
  label.append(model.get("label"), " ", input);
  input.addEventListener("change", async () => {
    const file = input.files[0];
    if (!file) return;
    const bytes = file.size > model.get("most") ? null : await file.arrayBuffer().catch(() => null);
    model.send({name: file.name, size: file.size}, undefined, bytes ? [bytes] : []);
    input.value = "";
  });
  el.append(label);
}

export default {render};
