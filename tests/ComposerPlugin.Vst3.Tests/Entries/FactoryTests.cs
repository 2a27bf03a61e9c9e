namespace ComposerPlugin.Vst3.Tests;

public sealed unsafe class FactoryTests : IDisposable
{
    private readonly RawPlugin _raw = new();

    public void Dispose() => _raw.Dispose();

    [Fact]
    public void Factory_names_its_vendor()
    {
        FactoryInfo info;
        Assert.Equal(Result.Ok, (*_raw.Factory)->GetFactoryInfo(_raw.Factory, &info));
        Assert.Equal("Vendor", Text.From(new ReadOnlySpan<byte>(info.Vendor, 64)));
        Assert.Equal("url", Text.From(new ReadOnlySpan<byte>(info.Url, 256)));
        Assert.Equal("mail", Text.From(new ReadOnlySpan<byte>(info.Email, 128)));
        Assert.Equal(FactoryInfo.Unicode, info.Flags);
    }

    [Fact]
    public void All_three_descriptions_of_a_class_agree()
    {
        ClassInfo first;
        ClassInfo2 second;
        ClassInfoUnicode third;
        Assert.Equal(2, (*_raw.Factory)->CountClasses(_raw.Factory));
        Assert.Equal(Result.Ok, (*_raw.Factory)->GetClassInfo(_raw.Factory, 0, &first));
        Assert.Equal(Result.Ok, (*_raw.Factory)->GetClassInfo2(_raw.Factory, 0, &second));
        Assert.Equal(Result.Ok, (*_raw.Factory)->GetClassInfoUnicode(_raw.Factory, 0, &third));
        foreach (nint id in (nint[])[(nint)first.Id, (nint)second.Id, (nint)third.Id])
            Assert.Equal(ToyPlugin.ClassId, Uid.Read(new((void*)id, Uid.Size)));
        Assert.Equal("Toy", Text.From(new ReadOnlySpan<byte>(first.Name, 64)));
        Assert.Equal("Toy", Text.From(new ReadOnlySpan<byte>(second.Name, 64)));
        Assert.Equal("Toy", Text.From(new ReadOnlySpan<char>(third.Name, 64)));
        Assert.Equal("Audio Module Class", Text.From(new ReadOnlySpan<byte>(first.Category, 32)));
        Assert.Equal("Instrument|Generator", Text.From(new ReadOnlySpan<byte>(second.Subcategories, 128)));
        Assert.Equal("1.2.3", Text.From(new ReadOnlySpan<char>(third.Version, 64)));
        Assert.Equal("Vendor", Text.From(new ReadOnlySpan<byte>(second.Vendor, 64)));
        Assert.Equal(ClassInfo.ManyInstances, first.Cardinality);
    }

    [Fact]
    public void A_class_may_have_a_vendor_of_its_own()
    {
        ClassInfo2 info;
        (*_raw.Factory)->GetClassInfo2(_raw.Factory, 1, &info);
        Assert.Equal("Other", Text.From(new ReadOnlySpan<byte>(info.Vendor, 64)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_class_beyond_the_list_is_an_invalid_argument(int index)
    {
        ClassInfo2 info;
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->GetClassInfo2(_raw.Factory, index, &info));
    }

    [Fact]
    public void Null_pointers_are_invalid_arguments()
    {
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->GetFactoryInfo(_raw.Factory, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->GetClassInfo(_raw.Factory, 0, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->GetClassInfo2(_raw.Factory, 0, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->GetClassInfoUnicode(_raw.Factory, 0, null));
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->CreateInstance(_raw.Factory, null, null, null));
        void* answer = (void*)1;
        Assert.Equal(Result.InvalidArgument, (*_raw.Factory)->CreateInstance(_raw.Factory, null, null, &answer));
        Assert.True(answer == null);
    }

    [Fact]
    public void An_unknown_class_or_interface_is_not_created()
    {
        int living = NativeInstance.Living;
        Assert.True(_raw.Create(new(9, 9, 9, 9), InterfaceIds.Component, out int result) == null);
        Assert.Equal(Result.NoInterface, result);
        Assert.True(_raw.Create(ToyPlugin.ClassId, new(9, 9, 9, 9), out result) == null);
        Assert.Equal(Result.NoInterface, result);
        Assert.Equal(living, NativeInstance.Living);
    }

    [Fact]
    public void A_class_that_throws_returns_an_internal_error_and_counts_an_entry_error()
    {
        EntryErrors.Clear();
        Assert.True(_raw.Create(new(5, 6, 7, 8), InterfaceIds.Component, out int result) == null);
        Assert.Equal(Result.InternalError, result);
        Assert.Equal(1, EntryErrors.Count);
        Assert.Equal("PluginFactoryEntries.CreateInstance", EntryErrors.First!.Entry);
        EntryErrors.Clear();
    }

    [Fact]
    public void Factory_counts_references_and_outlives_them()
    {
        var factory = ToyPlugin.Factory(_ => { });
        var native = (UnknownTable**)factory.Share();
        Assert.Equal(2u, (*native)->AddRef(native));
        Assert.Equal(1u, (*native)->Release(native));
        Assert.Equal(0u, (*native)->Release(native));
        Assert.Equal((nint)native, factory.Share());
        void* third = HostUnknown.QueryInterface(native, InterfaceIds.PluginFactory3);
        Assert.True(third == native);
        Assert.True(HostUnknown.QueryInterface(native, InterfaceIds.Component) == null);
    }
}
