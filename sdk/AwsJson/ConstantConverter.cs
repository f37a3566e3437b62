using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.AwsJson;

/// <summary>A constant of a service is its wire value; a value that is not known here is kept as it is.</summary>
internal sealed class ConstantConverter<[DynamicallyAccessedMembers(Members)] T> : JsonConverter<T>
    where T : ConstantClass
{
    /// <summary>What <see cref="ConstantClass"/> needs to find a constant by its value and to make an unknown one.</summary>
    private const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicFields;

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Constants.Find(reader.GetString());

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value);

    /// <summary>Only a constant class may look constants up.</summary>
    private sealed class Constants(string value) : ConstantClass(value)
    {
        public static T Find(string value) => FindValue<T>(value);
    }
}
