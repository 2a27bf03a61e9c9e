using static TorchSharp.torch.TensorIndex;

namespace TorchSharp.Tests;

public class TensorSelectionGradientTests
{
    private readonly Tensor _t = tensor(new[,] { { 1.0, 5, 2 }, { 4, 0.5, 6 } });
    private readonly Tensor _places = tensor(new[,] { { 2L, 2, 0 }, { 1, 0, 1 } });

    [Fact]
    public void Shapes_pass_gradients_on()
    {
        Gradient.Check(t => t.view(3, 2), _t);
        Gradient.Check(t => t.t().reshape(-1), _t);
        Gradient.Check(t => t.permute(1, 0), _t);
        Gradient.Check(t => t.narrow(1, 1, 2), _t);
        Gradient.Check(t => t.unsqueeze(0).expand(4, 2, 3), _t);
        Gradient.Check(t => t.repeat(2, 1), _t);
        Gradient.Check(t => t.flip(1), _t);
        Gradient.Check(t => t.roll(1, 1), _t);
        Gradient.Check(t => t.tril(), _t);
        Gradient.Check(t => t.unfold(1, 2, 1), _t);
        Gradient.Check((a, b) => cat([a, b], 1), _t, _t);
        Gradient.Check((a, b) => stack([a, b], 1), _t, _t);
        Gradient.Check(t => t.split(2, 1)[0], _t);
    }

    [Fact]
    public void Selections_pass_gradients_to_what_they_picked()
    {
        Gradient.Check(t => t[Colon, Slice(0, null, 2)], _t);
        Gradient.Check(t => t[1], _t);
        Gradient.Check(t => t[TensorIndex.Tensor(tensor(new[] { 1L, 1, 0 })), Single(2)], _t);
        Gradient.Check(t => t.gather(1, _places), _t);
        Gradient.Check(t => t.index_select(1, tensor(new[] { 2L, 2, 1 })), _t);
        Gradient.Check((a, b) => a.scatter(1, tensor(new[,] { { 0L }, { 2 } }), b), _t, tensor(new[,] { { 3.0 }, { 7 } }));
        Gradient.Check((a, b) => a.scatter_add(1, _places, b), _t, _t);
        Gradient.Check((a, b) => a.index_add(0, tensor(new[] { 1L, 1 }), b, 2), _t, _t);
        Gradient.Check(t => t.masked_fill(_places == 0, 3), _t);
        Gradient.Check(t => t.masked_select(_places > 0), _t);
        Gradient.Check((a, b) => where(_places > 0, a, b), _t, _t * 2);
    }
}
