using System.Net.Sockets;
using System.Security.Authentication;
using System.Xml;
using Amazon.Runtime;
using Infra.TrustManager.CertificateAuthorities;
using Infra.TrustManager.Directories;
using Infra.TrustManager.Memory;
using Infra.TrustManager.Retrying;

namespace Infra.TrustManager.Tests.Retrying;

public sealed class ServiceCallTests
{
    public static TheoryData<Exception> WhateverACallThrows => new(
        new TimeoutException("A task was not finished in time."),
        new SocketException((int)SocketError.ConnectionReset),
        new AuthenticationException("The remote certificate is invalid."),
        new XmlException("Root element is missing."),
        new IOException("The response ended prematurely."),
        new HttpRequestException("No such host is known."),
        new TaskCanceledException("The request was canceled due to the configured HttpClient.Timeout."),
        new AmazonClientException("No credentials."),
        new InvalidOperationException("Sequence contains no elements"));

    [Theory]
    [MemberData(nameof(WhateverACallThrows))]
    public async Task Whatever_a_call_throws_is_a_failure_that_may_pass(Exception thrown)
    {
        Func<Func<Task<int>>, Task<int>>[] clients =
        [
            call => DirectoryFailures.CallAsync("ListCertificates", "d-1234567890", call, CancellationToken.None),
            call => AcmFailures.CallAsync("DescribeCertificateAuthority", Some.Ca, call, CancellationToken.None),
            call => S3Documents.CallAsync("s3:PutObject", "bucket", "key", "read it again.", call, CancellationToken.None),
        ];

        foreach (var client in clients)
        {
            var failure = await Assert.ThrowsAsync<ServiceException>(() => client(() => Task.FromException<int>(thrown)));

            Assert.Equal(ServiceFailure.Unavailable, failure.Failure);
            Assert.Same(thrown, failure.InnerException);
            Assert.NotNull(RetryRule.For(failure.Failure));
        }
    }

    [Theory]
    [MemberData(nameof(WhateverACallThrows))]
    public async Task What_a_call_throws_while_it_is_given_up_is_no_failure_of_the_service(Exception thrown)
    {
        using var deadline = new CancellationTokenSource();
        await deadline.CancelAsync();

        var given = await Assert.ThrowsAsync<OperationCanceledException>(() => ServiceCall.RunAsync(
            () => Task.FromException<int>(thrown), _ => throw new InvalidOperationException("described"), deadline.Token));

        Assert.Equal(deadline.Token, given.CancellationToken);
    }

    [Fact]
    public async Task A_failure_that_is_described_already_stays_as_it_is()
    {
        var failure = new ServiceException(ServiceFailure.Rejected, "It is too long.");

        Assert.Same(failure, await Assert.ThrowsAsync<ServiceException>(() => ServiceCall.RunAsync(
            () => Task.FromException<int>(failure), _ => throw new InvalidOperationException("described"), default)));
    }
}
