namespace ComposerPlugin.Vst3.Tests;

/// <summary>Keys, the wheel and the parameter under the pointer.</summary>
public sealed unsafe class ViewInputTests : IDisposable
{
    private readonly ViewStage _stage = new(calls => new ToyFinderView(calls));

    private RawView Raw => _stage.Raw;

    public void Dispose() => _stage.Dispose();

    [Theory]
    [InlineData('a', 0, 0, 'a', VirtualKey.None)]
    [InlineData('Ä', 0, 1, 'Ä', VirtualKey.None)]
    [InlineData(' ', 0, 0, ' ', VirtualKey.Space)]
    [InlineData(0, 7, 0, ' ', VirtualKey.Space)]
    [InlineData(0, 11, 0, 0, VirtualKey.Left)]
    [InlineData(0, 19, 0, 0, VirtualKey.Enter)]
    [InlineData(0, 24, 0, '0', VirtualKey.Numpad0)]
    [InlineData(0, 33, 0, '9', VirtualKey.Numpad9)]
    [InlineData(0, 34, 0, '*', VirtualKey.Multiply)]
    [InlineData(0, 37, 0, '-', VirtualKey.Subtract)]
    [InlineData(0, 38, 0, '.', VirtualKey.Decimal)]
    [InlineData(0, 39, 0, '/', VirtualKey.Divide)]
    [InlineData(',', 38, 0, ',', VirtualKey.Decimal)]
    [InlineData(0, 57, 0, '=', VirtualKey.Equals)]
    [InlineData(0, 77, 0, 0, VirtualKey.Super)]
    [InlineData('\b', 0, 0, 0, VirtualKey.Back)]
    [InlineData('\t', 0, 0, 0, VirtualKey.Tab)]
    [InlineData('\r', 0, 0, 0, VirtualKey.Return)]
    [InlineData('\n', 0, 0, 0, VirtualKey.Return)]
    [InlineData(27, 0, 0, 0, VirtualKey.Escape)]
    [InlineData(127, 0, 0, 0, VirtualKey.Delete)]
    [InlineData('\r', 4, 0, 0, VirtualKey.Return)]
    [InlineData(0, 128, 0, '0', VirtualKey.None)]
    [InlineData(0, 137, 0, '9', VirtualKey.None)]
    [InlineData(0, 138, 0, 0, VirtualKey.None)]
    [InlineData(0, 145, 0, 'a', VirtualKey.None)]
    [InlineData(0, 145, 1, 'A', VirtualKey.None)]
    [InlineData(0, 170, 4, 'z', VirtualKey.None)]
    [InlineData(0, 171, 0, 0, VirtualKey.None)]
    [InlineData(0, 78, 0, 0, VirtualKey.None)]
    [InlineData(0, -1, 0, 0, VirtualKey.None)]
    [InlineData(0, 0, 0, 0, VirtualKey.None)]
    public void A_key_has_a_character_or_a_name(int character, int number, int modifiers, int expected, VirtualKey key)
    {
        _stage.Attach();
        Raw.KeyDown(character, number, modifiers);
        Assert.Equal([new((char)expected, key, (KeyModifiers)modifiers)], _stage.View.Keys);
    }

    [Fact]
    public void Modifiers_are_those_of_the_SDK_and_no_others()
    {
        _stage.Attach();
        foreach (int modifiers in (int[])[1, 2, 4, 8, -1])
            Raw.KeyDown('a', 0, modifiers);
        const KeyModifiers all = KeyModifiers.Shift | KeyModifiers.Alternate | KeyModifiers.Command | KeyModifiers.Control;
        Assert.Equal(
            [KeyModifiers.Shift, KeyModifiers.Alternate, KeyModifiers.Command, KeyModifiers.Control, all],
            _stage.View.Keys.Select(key => key.Modifiers));
    }

    [Fact]
    public void The_host_learns_whether_the_view_used_a_key_or_the_wheel()
    {
        _stage.Attach();
        Assert.Equal((Result.False, Result.False), (Raw.KeyDown('a'), (*Raw.Pointer)->OnWheel(Raw.Pointer, 0.5f)));
        _stage.View.UsesInput = true;
        Assert.Equal((Result.Ok, Result.Ok), (Raw.KeyDown('a'), (*Raw.Pointer)->OnWheel(Raw.Pointer, -2)));
        Assert.Equal(["Open 7", "Wheel 0.5", "Wheel -2"], _stage.Calls);
        Assert.Equal(Result.False, (*Raw.Pointer)->OnKeyUp(Raw.Pointer, 'a', 0, 0));
        Assert.Equal(Result.Ok, (*Raw.Pointer)->OnFocus(Raw.Pointer, 1));
    }

    [Fact]
    public void A_closed_view_uses_no_input()
    {
        _stage.View.UsesInput = true;
        Assert.Equal((Result.False, Result.False), (Raw.KeyDown('a'), (*Raw.Pointer)->OnWheel(Raw.Pointer, 1)));
        Assert.Empty(_stage.Calls);
        Assert.Empty(_stage.View.Keys);
    }

    [Fact]
    public void The_parameter_under_the_pointer_is_found()
    {
        var finder = (ParameterFinderTable**)Raw.Query(InterfaceIds.ParameterFinder);
        uint id = 0;
        Assert.Equal(Result.Ok, (*finder)->FindParameter(finder, 10, 10, &id));
        Assert.Equal(ToyPlugin.Level, id);
        id = 1;
        Assert.Equal(Result.False, (*finder)->FindParameter(finder, 300, 10, &id));
        Assert.Equal(Result.False, (*finder)->FindParameter(finder, -1, 10, &id));
        Assert.Equal(1u, id);
        Assert.Equal(Result.InvalidArgument, (*finder)->FindParameter(finder, 10, 10, null));
        _stage.View.FailsIn = "TryFindParameter";
        Assert.Equal(Result.InternalError, (*finder)->FindParameter(finder, 10, 10, &id));
        ViewStage.TakeError("ParameterFinderEntries.FindParameter");
        HostUnknown.Release(finder);
    }

    [Theory]
    [InlineData("Supports", "IsPlatformTypeSupported")]
    [InlineData("Size", "GetSize")]
    [InlineData("Resize", "OnSize")]
    [InlineData("Constrain", "CheckSizeConstraint")]
    [InlineData("KeyDown", "OnKeyDown")]
    [InlineData("Wheel", "OnWheel")]
    public void An_exception_of_the_view_becomes_an_error_code(string member, string entry)
    {
        _stage.Attach();
        _stage.View.FailsIn = member;
        ViewRect rect = new() { Right = 100, Bottom = 100 };
        var pointer = Raw.Pointer;
        fixed (byte* type = "HWND\0"u8)
        {
            int result = member switch
            {
                "Supports" => (*pointer)->IsPlatformTypeSupported(pointer, type),
                "Size" => (*pointer)->GetSize(pointer, &rect),
                "Resize" => (*pointer)->OnSize(pointer, &rect),
                "Constrain" => (*pointer)->CheckSizeConstraint(pointer, &rect),
                "KeyDown" => Raw.KeyDown('a'),
                _ => (*pointer)->OnWheel(pointer, 1),
            };
            Assert.Equal(Result.InternalError, result);
        }
        ViewStage.TakeError($"PlugViewEntries.{entry}");
    }

    [Fact]
    public void An_exception_of_a_change_of_scale_becomes_an_error_code()
    {
        _stage.View.FailsIn = "Rescale";
        var scale = (ContentScaleTable**)Raw.Query(InterfaceIds.ContentScale);
        Assert.Equal(Result.InternalError, (*scale)->SetContentScaleFactor(scale, 2));
        ViewStage.TakeError("ContentScaleEntries.SetContentScaleFactor");
        HostUnknown.Release(scale);
    }
}
