using ComposerPlugin.Vst3;

namespace ComposerPlugin.Host;

/// <summary>[main] Reads the classes, buses and parameters that a plugin declares.</summary>
internal static unsafe class Declarations
{
    public static ContextRequirements Requirements(ComponentTable** component)
    {
        var requirements = (ContextRequirementsTable**)HostUnknown.QueryInterface(component, InterfaceIds.ProcessContextRequirements);
        if (requirements == null)
            return ContextRequirements.None;
        uint flags = (*requirements)->GetProcessContextRequirements(requirements);
        HostUnknown.Release(requirements);
        return (ContextRequirements)flags;
    }

    public static IReadOnlyList<HostedBus> Buses(ComponentTable** component)
    {
        var buses = new List<HostedBus>();
        foreach (var media in Enum.GetValues<MediaType>())
            foreach (var direction in Enum.GetValues<BusDirection>())
            {
                int count = (*component)->GetBusCount(component, (int)media, (int)direction);
                for (int index = 0; index < count; index++)
                {
                    BusInfo info;
                    if ((*component)->GetBusInfo(component, (int)media, (int)direction, index, &info) != Result.Ok)
                        throw new InvalidOperationException($"The plugin does not describe {media} {direction} bus {index} of {count}.");
                    buses.Add(new(info.Media, info.Direction, index, info.Name.ToString(), info.Channels, info.Type, info.Flags));
                }
            }
        return buses;
    }

    public static IReadOnlyList<HostedParameter> Parameters(EditControllerTable** controller)
    {
        var parameters = new List<HostedParameter>();
        int count = (*controller)->GetParameterCount(controller);
        for (int index = 0; index < count; index++)
        {
            ParameterInfo info;
            if ((*controller)->GetParameterInfo(controller, index, &info) != Result.Ok)
                throw new InvalidOperationException($"The plugin does not describe its parameter {index} of {count}.");
            parameters.Add(new(
                info.Id, info.Title.ToString(), info.ShortTitle.ToString(), info.Units.ToString(), info.StepCount, info.DefaultNormalized,
                info.Flags) { UnitId = info.UnitId });
        }
        return parameters;
    }

    public static IReadOnlyDictionary<int, string> Units(ComponentTable** component)
    {
        var named = new Dictionary<int, string>();
        var units = (UnitInfoTable**)HostUnknown.QueryInterface(component, InterfaceIds.UnitInfo);
        for (int index = 0, count = units == null ? 0 : (*units)->GetUnitCount(units); index < count; index++)
        {
            UnitInfo info;
            if ((*units)->GetUnitInfo(units, index, &info) != Result.Ok)
                throw new InvalidOperationException($"The plugin does not describe its unit {index} of {count}.");
            named.Add(info.Id, info.Name.ToString());
        }
        HostUnknown.Release(units);
        return named;
    }

    public static IReadOnlyList<string> Programs(ComponentTable** component)
    {
        var programs = new List<string>();
        var units = (UnitInfoTable**)HostUnknown.QueryInterface(component, InterfaceIds.UnitInfo);
        for (int list = 0, lists = units == null ? 0 : (*units)->GetProgramListCount(units); list < lists; list++)
        {
            ProgramListInfo info;
            bool described = (*units)->GetProgramListInfo(units, list, &info) == Result.Ok;
            for (int index = 0; index < info.ProgramCount; index++)
            {
                Utf16Text128 name = default;
                described &= (*units)->GetProgramName(units, info.Id, index, (char*)&name) == Result.Ok;
                programs.Add(name.ToString());
            }
            if (!described)
                throw new InvalidOperationException($"The plugin does not describe its list of programs {list} of {lists}.");
        }
        HostUnknown.Release(units);
        return programs;
    }
}
