// The bpmn-js side of the comparison: the same operations as those of the window, through bpmn-js's public services.
(() => {
  const WIDTH = 1400;
  const HEIGHT = 900;
  const modeler = new BpmnJS({ container: '#canvas' });
  const get = name => modeler.get(name);
  const canvas = () => get('canvas');

  // The second callback runs after the picture of the first was painted.
  const painted = () => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));

  const nodes = () => get('elementRegistry').filter(element => !element.labelTarget && !element.waypoints && element.parent);
  const chosen = () => get('elementRegistry').get(`Node_${Math.floor(nodes().length / 3)}`);

  function look(scale, center) {
    canvas().viewbox({
      x: center.x - WIDTH / scale / 2, y: center.y - HEIGHT / scale / 2, width: WIDTH / scale, height: HEIGHT / scale
    });
  }

  const middle = shape => ({ x: shape.x + shape.width / 2, y: shape.y + shape.height / 2 });
  const closeUp = () => look(1, middle(chosen()));

  function overview() {
    const { inner } = canvas().viewbox();
    look(Math.max(0.05, Math.min(WIDTH / inner.width, HEIGHT / inner.height)),
      { x: inner.x + inner.width / 2, y: inner.y + inner.height / 2 });
  }

  function mouse(type, target, point) {
    const { x, y } = canvas().viewbox();
    target.dispatchEvent(new MouseEvent(type, {
      bubbles: true, cancelable: true, view: window, button: 0, buttons: type === 'mouseup' ? 0 : 1,
      clientX: point.x - x, clientY: point.y - y
    }));
  }

  const everything = () => get('elementRegistry').filter(element => element.parent);

  let held;
  const prepare = {
    PAN: closeUp,
    PAN_ALL: overview,
    ZOOM: closeUp,
    EDIT: closeUp,
    RENAME: closeUp,
    DELETE: closeUp,
    DRAG: () => {
      closeUp();
      held = middle(chosen());
      mouse('mousedown', canvas().getGraphics(chosen()), held);
    },
    SELECT_ALL: () => { get('dragging').cancel(); get('selection').select([]); closeUp(); return painted(); },
    MOVE_ALL: () => { get('selection').select([]); return painted(); },
    COPY: () => { get('selection').select([]); return painted(); }
  };

  const steps = {
    PAN: i => canvas().scroll({ dx: i % 20 < 10 ? 40 : -40, dy: i % 20 < 10 ? 15 : -15 }),
    PAN_ALL: i => canvas().scroll({ dx: i % 20 < 10 ? 40 : -40, dy: i % 20 < 10 ? 15 : -15 }),
    ZOOM: i => canvas().zoom(Math.pow(0.2, (i % 20 < 10 ? i % 20 + 1 : 19 - i % 20) / 10), { x: WIDTH / 2, y: HEIGHT / 2 }),
    DRAG: i => mouse('mousemove', document, { x: held.x + (i % 20 < 10 ? i % 20 : 20 - i % 20) * 12 + 12, y: held.y + (i % 20 < 10 ? i % 20 : 20 - i % 20) * 6 + 6 }),
    EDIT: i => get('modeling').moveElements([ chosen() ], { x: i % 2 ? -5 : 5, y: 0 }),
    RENAME: i => get('modeling').updateLabel(chosen(), `Name ${i}`),
    DELETE: i => i % 2 ? get('commandStack').undo() : get('modeling').removeElements([ chosen() ]),
    SELECT_ALL: () => get('editorActions').trigger('selectElements'),
    MOVE_ALL: () => get('modeling').moveElements(nodes(), { x: 10, y: 10 }),
    UNDO_ALL: () => get('commandStack').undo(),
    COPY: () => get('copyPaste').copy(nodes().slice(0, 1000)),
    PASTE: () => {
      const { inner } = canvas().viewbox();
      get('copyPaste').paste({ element: canvas().getRootElement(), point: { x: inner.x + inner.width * 1.5 + 500, y: inner.y + inner.height / 2 } });
    }
  };

  async function run(name, frames) {
    const walls = [];
    for (let i = 0; i < Math.max(1, frames); i++) {
      const begun = performance.now();
      steps[name](i);
      await painted();
      walls.push(performance.now() - begun);
    }
    if (name === 'DRAG') {
      get('dragging').cancel();
    }
    return walls;
  }

  async function open(url) {
    const xml = await (await fetch(url)).text();
    await modeler.importXML(xml);
    canvas().zoom('fit-viewport', 'auto');
    await painted();
  }

  window.bench = { open, prepare, run };
})();
