using System.Text.Json;
using TorchSharp.Benchmarks;

// One slice: the network's name and the seconds.
set_num_threads(1);
var seconds = double.Parse(args[1]);
var slice = args[0] switch
{
    "lstm" => Lstm(),
    "transformer" => Transformer(),
    _ => throw new ArgumentException($"There is no network '{args[0]}': lstm or transformer."),
};
Console.WriteLine(JsonSerializer.Serialize(slice, JsonSerializerOptions.Web));

Slice Lstm()
{
    using var network = new LstmNetwork();
    using var optimiser = optim.Adam(network.parameters(), 1e-3);
    return Slice.Of(network, optimiser, 64, seconds);
}

Slice Transformer()
{
    using var network = new TransformerNetwork();
    using var optimiser = optim.AdamW(network.parameters(), 3e-4, weight_decay: 0.01);
    return Slice.Of(network, optimiser, 16, seconds);
}
