// Draws the network whose nodes, places and options stand in the page as JSON.
"use strict";

function start() {
  const data = JSON.parse(document.getElementById("network-data").textContent);
  const nodes = new vis.DataSet(data.nodes);
  const edges = new vis.DataSet(data.edges);
  const frame = document.getElementById("network");
  const network = new vis.Network(frame, { nodes, edges }, data.options);
  network.once("afterDrawing", () => network.fit({ maxZoomLevel: 1 }));
  network.on("doubleClick", (event) => {
    const node = event.nodes.length ? nodes.get(event.nodes[0]) : null;
    if (node && node.href) window.location.assign(node.href);
  });
  frame.network = network;
}

if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
else start();
