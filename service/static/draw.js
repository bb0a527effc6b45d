// Draws the network whose nodes, places and options stand in the page as JSON.
"use strict";

// Shows the picture from its top left, as wide as the frame but never so small that it cannot be read.
function showTop(network, nodes, frame) {
  const xs = nodes.map((node) => node.x);
  const ys = nodes.map((node) => node.y);
  const left = Math.min(...xs) - 140;
  const width = Math.max(...xs) + 140 - left;
  const scale = Math.min(1, Math.max(0.6, frame.clientWidth / width));
  const x = left + frame.clientWidth / scale / 2;
  const y = Math.min(...ys) - 60 + frame.clientHeight / scale / 2;
  network.moveTo({ position: { x, y }, scale });
}

function start() {
  const data = JSON.parse(document.getElementById("network-data").textContent);
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const frame = document.getElementById("network");
  const network = new vis.Network(frame, { nodes, edges }, data.options);
  network.once("afterDrawing", () => showTop(network, data.nodes, frame));
  network.on("resize", () => showTop(network, data.nodes, frame));
  network.on("doubleClick", (event) => {
    const node = event.nodes.length ? nodes.get(event.nodes[0]) : null;
    if (node && node.href) window.location.assign(node.href);
  });
  frame.network = network;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
