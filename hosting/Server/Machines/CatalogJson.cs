using System.Text.Json.Serialization;

namespace Compiled.Server.Machines;

/// <summary>The JSON of the catalog's entries.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(StateMachine))]
[JsonSerializable(typeof(MachineVersion))]
[JsonSerializable(typeof(MachineAlias))]
[JsonSerializable(typeof(ActivitySettings))]
[JsonSerializable(typeof(ScheduleProgress))]
internal sealed partial class CatalogJson : JsonSerializerContext;
