using Infra.CrlResponder.Answers;
using Infra.CrlResponder.Cache;
using Infra.CrlResponder.Conditions;
using Infra.CrlResponder.Requests;
using Infra.CrlResponder.Settings;
using Infra.CrlResponder.Telemetry;

namespace Infra.CrlResponder.Serving;

/// <summary>Answers one request: refuses what is not for it, finds the document, and says how long it may be kept.</summary>
/// <remarks>Not thread-safe: Lambda hands an instance one request at a time.</remarks>
public sealed class Responder(CrlResponderSettings settings, DocumentSource documents, TimeProvider time)
{
    /// <summary>The answer, and what to write down about it.</summary>
    /// <param name="request">Anything that came through the load balancer; null when the event is no request.</param>
    /// <param name="s3Deadline">Ends the waiting for S3, not the answering.</param>
    public async Task<(Answer Answer, Observation Observation)> RespondAsync(
        ClientRequest? request, CancellationToken s3Deadline)
    {
        var (answer, observation) = await RouteAsync(request, s3Deadline);
        return (request?.Method == "HEAD" ? answer.WithoutBody() : answer, observation);
    }

    private async Task<(Answer Answer, Observation Observation)> RouteAsync(
        ClientRequest? request, CancellationToken s3Deadline)
    {
        if (request is null)
        {
            return Refused(Refusal.MalformedEvent());
        }

        if (request.Method is not ("GET" or "HEAD"))
        {
            return Refused(Refusal.MethodNotAllowed());
        }

        if (request.IsHealthCheck(settings.HealthPath))
        {
            return (Refusal.Healthy(), new Observation { Outcome = CrlResponderMetrics.HealthCheck, StatusCode = 200 });
        }

        if (!PercentDecoding.TryDecode(request.Path, out var path))
        {
            return Refused(Refusal.MalformedPath());
        }

        return ServedKey.From(path, settings) is { } key
            ? Answered(request, await documents.FindAsync(key, s3Deadline))
            : Refused(Refusal.NotFound());
    }

    private (Answer Answer, Observation Observation) Answered(ClientRequest request, Lookup lookup) =>
        lookup switch
        {
            Lookup.Document document => Found(request, document),
            Lookup.NotThere notThere => (Refusal.NotFound(), new Observation
            {
                Outcome = CrlResponderMetrics.NotFound,
                StatusCode = 404,
                Warnings = [.. Warnings.Of(null, notThere.Denied)],
                Detail = Warnings.Detail(null, notThere.Denied),
            }),
            Lookup.Unavailable unavailable => (SorryFor(unavailable), new Observation
            {
                Outcome = CrlResponderMetrics.Unavailable,
                StatusCode = 503,
                Warnings = [.. Warnings.Of(unavailable.Problem, unavailable.Trouble)],
                Detail = Warnings.Detail(unavailable.Problem, unavailable.Trouble),
            }),
            _ => throw new InvalidOperationException($"A lookup ended as {lookup.GetType().Name}, which has no answer."),
        };

    private Answer SorryFor(Lookup.Unavailable unavailable) => unavailable switch
    {
        { Problem.Kind: ObjectProblemKind.TooLarge } => Refusal.TooLarge(),
        { Problem: not null, Trouble: null } => Refusal.Unfit(settings.RevalidateAfter),
        _ => Refusal.StoreTrouble(),
    };

    private (Answer Answer, Observation Observation) Found(ClientRequest request, Lookup.Document found)
    {
        var now = time.GetUtcNow();
        var document = found.Value;
        var cacheControl = CacheControl.For(document.Facts, now, settings.MaxAge);
        var isNotModified = Preconditions.IsNotModified(
            request.Header("if-none-match"), request.Header("if-modified-since"), document.ETag, document.LastModified, now);

        var answer = isNotModified
            ? DocumentAnswer.NotModified(document.ETag, document.LastModified, cacheControl)
            : DocumentAnswer.Whole(document.Facts.Kind, document.ETag, document.LastModified, cacheControl, document.Base64);
        return (answer, new Observation
        {
            Outcome = isNotModified ? CrlResponderMetrics.NotModified : CrlResponderMetrics.Served,
            StatusCode = answer.StatusCode,
            Document = document,
            Source = found.From,
            Warnings = [.. Warnings.Of(found.Problem, found.Trouble), .. Warnings.Of(found, now)],
            Detail = Warnings.Detail(found.Problem, found.Trouble, document.UnverifiedBecause),
        });
    }

    private static (Answer Answer, Observation Observation) Refused(Answer answer) =>
        (answer, new Observation { Outcome = CrlResponderMetrics.Refused, StatusCode = answer.StatusCode });
}
