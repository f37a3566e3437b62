using Amazon.Lambda.ApplicationLoadBalancerEvents;
using Amazon.Lambda.Core;
using Amazon.Lambda.Serialization.SystemTextJson;
using Amazon.S3;
using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Issuers;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Serving;
using Infra.CrlResponder.Settings;
using Infra.CrlResponder.Store;
using Infra.CrlResponder.Telemetry;

namespace Infra.CrlResponder;

/// <summary>Entry point: turns the event of a load balancer into a request and the answer into JSON, and never throws.</summary>
/// <remarks>An exception that leaves the function reaches clients as a 502, so the last word is always an answer.</remarks>
public sealed class CrlResponderFunction(CrlResponderSettings settings, ICrlStore store, OutcomeLog log, TimeProvider time)
{
    /// <summary>Kept back from Lambda's deadline, so that a slow S3 still ends in an answer.</summary>
    private static readonly TimeSpan TimeToAnswer = TimeSpan.FromSeconds(1);

    private readonly SourceGeneratorLambdaJsonSerializer<EventJson> _serializer = new();

    private readonly Responder _responder = new(
        settings,
        new DocumentSource(store, new DocumentLoader(new CrlVerifier(new IssuerCertificates(store, settings, time)), settings.MaxAge), settings.RevalidateAfter, time),
        time);

    /// <summary>Builds everything once per instance.</summary>
    public static CrlResponderFunction For(CrlResponderSettings settings, TimeProvider time)
    {
        var s3 = new AmazonS3Client(new AmazonS3Config
        {
            Timeout = settings.S3AttemptTimeout,
            HttpClientFactory = new OneThreadHttpClientFactory(),
        });
        return new CrlResponderFunction(
            settings,
            new S3CrlStore(s3, settings.BucketName),
            new OutcomeLog(Console.OpenStandardOutput()),
            time);
    }

    public async Task<Stream> HandleAsync(Stream input, ILambdaContext context)
    {
        var started = time.GetTimestamp();
        ClientRequest? request = null;
        Answer answer;
        Observation observation;
        try
        {
            request = ReadRequest(input);
            using var s3Deadline = new CancellationTokenSource(TimeForS3(context), time);
            (answer, observation) = await _responder.RespondAsync(request, s3Deadline.Token);
        }
        catch (Exception exception)
        {
            answer = Refusal.Failed();
            observation = new Observation
            {
                Outcome = CrlResponderMetrics.Failed,
                StatusCode = answer.StatusCode,
                Detail = exception.ToString(),
            };
        }

        var document = AnswerDocument.Render(answer, request?.HasMultiValueHeaders == true);
        log.Write(observation, new RequestRecord(
            context.AwsRequestId, context.FunctionName, time.GetUtcNow(), time.GetElapsedTime(started), document.Length, request));
        return document;
    }

    private ClientRequest? ReadRequest(Stream input)
    {
        try
        {
            return ClientRequest.From(_serializer.Deserialize<ApplicationLoadBalancerRequest>(input));
        }
        catch (JsonSerializerException)
        {
            return null; // answered with 400, and logged as that
        }
    }

    private TimeSpan TimeForS3(ILambdaContext context)
    {
        var left = context.RemainingTime - TimeToAnswer;
        return left < TimeSpan.Zero ? TimeSpan.Zero : left < settings.S3Timeout ? left : settings.S3Timeout;
    }
}
