using System.Text.Json;
using System.Text.Json.Serialization;

namespace Compiled.Outside;

/// <summary>
/// The contracts of the configuration, made while this is built, so that reading needs no reflection. They would write over the default of a
/// property that can only be initialised, which is why the configuration's can be set.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    ReadCommentHandling = JsonCommentHandling.Skip,
    AllowTrailingCommas = true,
    RespectNullableAnnotations = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(OutsideConfiguration))]
internal sealed partial class ConfigurationJson : JsonSerializerContext;
