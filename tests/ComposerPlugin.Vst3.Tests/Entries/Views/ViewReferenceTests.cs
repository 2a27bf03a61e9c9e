namespace ComposerPlugin.Vst3.Tests;

/// <summary>The interfaces of a view and its references.</summary>
public sealed unsafe class ViewReferenceTests : IDisposable
{
    private readonly ViewStage _stage = new(calls => new ToyFinderView(calls));

    private RawView Raw => _stage.Raw;

    public void Dispose() => _stage.Dispose();

    [Fact]
    public void Every_interface_queries_every_other_and_one_object_counts_references()
    {
        foreach (var id in (Uid[])[InterfaceIds.Unknown, InterfaceIds.PlugView, InterfaceIds.ContentScale, InterfaceIds.ParameterFinder])
        {
            void* first = Raw.Query(id);
            Assert.True(first != null, id.ToString());
            void* view = HostUnknown.QueryInterface(first, InterfaceIds.PlugView);
            void* identity = HostUnknown.QueryInterface(first, InterfaceIds.Unknown);
            Assert.True(view == Raw.Pointer && identity == Raw.Pointer);
            Assert.Equal(3u, (*(UnknownTable**)identity)->Release(identity));
            Assert.Equal(2u, (*(UnknownTable**)view)->Release(view));
            Assert.Equal(1u, (*(UnknownTable**)first)->Release(first));
        }
    }

    [Fact]
    public void A_missing_interface_is_null()
    {
        byte* id = stackalloc byte[Uid.Size];
        new Uid(1, 2, 3, 4).Write(new(id, Uid.Size));
        void* answer = (void*)1;
        Assert.Equal(Result.NoInterface, (*Raw.Pointer)->Unknown.QueryInterface(Raw.Pointer, id, &answer));
        Assert.True(answer == null);
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->Unknown.QueryInterface(Raw.Pointer, id, null));
        Assert.Equal(Result.InvalidArgument, (*Raw.Pointer)->Unknown.QueryInterface(Raw.Pointer, null, &answer));
    }

    [Fact]
    public void A_view_that_finds_no_parameters_has_no_finder()
    {
        using var plain = new RawView(_stage.Plugin);
        Assert.True(plain.Query(InterfaceIds.ParameterFinder) == null);
    }

    [Fact]
    public void Any_interface_keeps_the_view_open()
    {
        int living = NativeView.Living;
        void* scale = Raw.Query(InterfaceIds.ContentScale);
        _stage.Attach();
        Assert.Equal(1u, Raw.Release());
        Assert.Equal(["Open 7"], _stage.Calls);
        HostUnknown.Release(scale);
        Assert.Equal(["Open 7", "Close"], _stage.Calls);
        Assert.Equal(living - 1, NativeView.Living);
    }
}
