using Amazon.ACMPCA;
using Amazon.DirectoryService;
using Amazon.Lambda.Core;
using Amazon.S3;
using Amazon.SimpleNotificationService;
using Infra.TrustManager.Activation;
using Infra.TrustManager.CaRenewal;
using Infra.TrustManager.CaRenewal.Asking;
using Infra.TrustManager.CaRenewal.Remembering;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.CustomResources;
using Infra.TrustManager.Directories;
using Infra.TrustManager.DirectoryTrust;
using Infra.TrustManager.DirectoryTrust.Reconciling;
using Infra.TrustManager.DirectoryTrust.Requests;
using Infra.TrustManager.FirstCrl;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Messages;
using Infra.TrustManager.Publishing;
using Infra.TrustManager.Restoring;
using Infra.TrustManager.Retrying;
using Infra.TrustManager.Revocation;
using Infra.TrustManager.Settings;
using Infra.TrustManager.Sources;
using Infra.TrustManager.Telemetry;

namespace Infra.TrustManager;

/// <summary>Puts together the function that the environment names; the clients are built once per process.</summary>
public static class Functions
{
    /// <summary>
    /// Time for one of the SDK's three attempts. Private CA checks the bucket while it is asked to change, which takes
    /// seconds; with the SDK's own 100 seconds one dead connection would eat a third of the function's time.
    /// </summary>
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(20);

    /// <summary>Time for one of the SDK's three attempts to send a message, which takes milliseconds.</summary>
    private static readonly TimeSpan MessageTimeout = TimeSpan.FromSeconds(2);

    /// <param name="ending">Cancelled when Lambda is about to end the process.</param>
    /// <exception cref="InvalidOperationException">The environment names no function that there is.</exception>
    public static Func<Stream, ILambdaContext, Task<Stream>> FromEnvironment(CancellationToken ending)
    {
        var time = TimeProvider.System;
        var name = FunctionChoice.From(Environment.GetEnvironmentVariable);
        var patience = new Patience(time);
        var privateCa = new PatientPrivateCa(
            new AcmPrivateCa(new AmazonACMPCAClient(new AmazonACMPCAConfig { Timeout = AttemptTimeout })), patience);
        return name switch
        {
            TrustManagerVariables.FirstCrl => Events(FirstCrl(privateCa, patience, time), time, ending).HandleAsync,
            TrustManagerVariables.CaActivation => Events(CaActivation(privateCa, time), time, ending).HandleAsync,
            TrustManagerVariables.DirectoryTrust => DirectoryTrust(privateCa, patience, time, ending).HandleAsync,
            TrustManagerVariables.CaRenewal => CaRenewal(privateCa, patience, time, ending).HandleAsync,
            _ => Events(CaRevocation(privateCa, patience, time), time, ending).HandleAsync,
        };
    }

    private static CustomResourceFunction Events(ICustomResource resource, TimeProvider time, CancellationToken ending) =>
        new(
            resource,
            new HttpAnswerChannel(new HttpClient(), time),
            new EventLog(Console.OpenStandardOutput(), time),
            time,
            ending);

    private static CaRevocationResource CaRevocation(IPrivateCa privateCa, Patience patience, TimeProvider time)
    {
        var s3 = S3();
        return CaRevocationResource.Over(
            privateCa,
            new PatientRestorePoints(new S3RestorePoints(s3), patience),
            new PatientCrlObjects(new S3CrlObjects(s3), patience),
            time);
    }

    private static FirstCrlResource FirstCrl(IPrivateCa privateCa, Patience patience, TimeProvider time) =>
        FirstCrlResource.Over(privateCa, new PatientCrlObjects(new S3CrlObjects(S3()), patience), time);

    private static CaActivationResource CaActivation(IPrivateCa privateCa, TimeProvider time) =>
        new(privateCa, new SubordinateCertificate(privateCa), time);

    private static DirectoryTrustFunction DirectoryTrust(
        IPrivateCa privateCa, Patience patience, TimeProvider time, CancellationToken ending)
    {
        var s3 = S3();
        var directory = new PatientDirectoryService(
            new AwsDirectoryService(
                new AmazonDirectoryServiceClient(new AmazonDirectoryServiceConfig { Timeout = AttemptTimeout })),
            patience);
        var memory = new PatientTrustMemory(new S3TrustMemory(s3), patience);
        var wanted = new ListedSources(
            privateCa, new PatientCertificateObjects(new S3CertificateObjects(s3), patience));
        var log = new EventLog(Console.OpenStandardOutput(), time);
        var surveyor = new Surveyor(directory, wanted);
        var place = DirectoryPlace.Find(Environment.GetEnvironmentVariable);
        var run = place is null ? null : new DirectoryRun(
            place,
            new Reconciler(directory, memory, surveyor, time),
            new MessageDesk(Messages(log)),
            new MemoryDesk(memory, time),
            log,
            time,
            ending);
        return new DirectoryTrustFunction(
            Events(new DirectoryTrustResource(directory, memory, wanted, time), time, ending),
            run,
            new RequestDesk(new TrustPlanner(surveyor, memory), run, memory, place, log, time),
            log,
            time);
    }

    private static CaRenewalFunction CaRenewal(
        IPrivateCa privateCa, Patience patience, TimeProvider time, CancellationToken ending)
    {
        var (s3, log) = (S3(), new EventLog(Console.OpenStandardOutput(), time));
        var settings = RenewalSettingsReader.Read(Environment.GetEnvironmentVariable);
        var memory = new PatientRenewalMemory(new S3RenewalMemory(s3, settings.MemoryBucket, settings.Ca), patience);
        var publication = new AiaPublication(privateCa, new PatientCrlObjects(new S3CrlObjects(s3), patience));
        return new CaRenewalFunction(
            new RenewalRun(privateCa, memory, publication, new MessageDesk(Messages(log)), settings, time),
            new RenewalDesk(privateCa, memory, publication, settings),
            settings,
            log,
            time,
            ending);
    }

    /// <summary>To the topic where there is one; it is told in seconds, and the next run tells again.</summary>
    private static IMessages Messages(EventLog log) =>
        Environment.GetEnvironmentVariable(TrustManagerVariables.TopicArn) is { Length: > 0 } topic
            ? new SnsMessages(
                new AmazonSimpleNotificationServiceClient(
                    new AmazonSimpleNotificationServiceConfig { Timeout = MessageTimeout }),
                topic)
            : new LoggedMessages(log);

    private static AmazonS3Client S3() => new(new AmazonS3Config { Timeout = AttemptTimeout });
}
