using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson.Converters;

namespace Amazon.Lambda.Serialization.SystemTextJson;

/// <summary>Serializer over the code that System.Text.Json generates for <typeparamref name="TSGContext"/>.</summary>
/// <remarks>
/// The context is built with the options below, so its own <c>[JsonSourceGenerationOptions]</c> have no effect. Names
/// are read in any case and written as the properties are called; members that are null are not written.
/// </remarks>
public class SourceGeneratorLambdaJsonSerializer<
    [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TSGContext> : ILambdaSerializer
    where TSGContext : JsonSerializerContext
{
    // The answer is read by AWS and by HTTP clients, never pasted into HTML.
    private static readonly JsonWriterOptions WriterOptions =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly TSGContext _context;

    public SourceGeneratorLambdaJsonSerializer()
        : this(null)
    {
    }

    public SourceGeneratorLambdaJsonSerializer(Action<JsonSerializerOptions> customizer)
    {
        var options = new JsonSerializerOptions
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            PropertyNameCaseInsensitive = true,
            Converters = { new DateTimeConverter(), new MemoryStreamConverter() },
        };
        customizer?.Invoke(options);

        var constructor = typeof(TSGContext).GetConstructor([typeof(JsonSerializerOptions)])
            ?? throw new JsonSerializerException(
                $"{typeof(TSGContext).FullName} has no constructor that takes {nameof(JsonSerializerOptions)}; "
                + "let the generator of System.Text.Json write the class (partial, with [JsonSerializable]).");
        _context = (TSGContext)constructor.Invoke([options]);
    }

    public T Deserialize<T>(Stream requestStream)
    {
        try
        {
            return JsonSerializer.Deserialize(requestStream, TypeInfo<T>());
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the Lambda event JSON payload to type {typeof(T).FullName}: {e.Message}", e);
        }
    }

    public void Serialize<T>(T response, Stream responseStream)
    {
        try
        {
            using var writer = new Utf8JsonWriter(responseStream, WriterOptions);
            JsonSerializer.Serialize(writer, response, TypeInfo<T>());
        }
        catch (Exception e)
        {
            throw new JsonSerializerException(
                $"Error converting the response object of type {typeof(T).FullName} from the Lambda function to JSON: {e.Message}",
                e);
        }
    }

    private JsonTypeInfo<T> TypeInfo<T>() =>
        _context.GetTypeInfo(typeof(T)) as JsonTypeInfo<T>
        ?? throw new JsonSerializerException(
            $"No JsonTypeInfo registered in {typeof(TSGContext).FullName} for type {typeof(T).FullName}. "
            + $"Add [JsonSerializable(typeof({typeof(T).Name}))] to the context.");
}
