package org.magicanime.artifact;

import io.minio.Http;
import io.minio.MinioAsyncClient;
import java.util.concurrent.Executors;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;

/// Sets up MinIO's client: the time-outs that are asked for, as many calls at a time as there are callers, no tries of
/// its own.
final class Connection {
    /// The HTTP client's own bound is 5 for one host: a sixth caller would wait without any time-out.
    private static final int MOST_CALLS = 256;

    private Connection() {}

    static MinioAsyncClient open(StoreConfig config) {
        Dispatcher calls = new Dispatcher(Executors.newVirtualThreadPerTaskExecutor());
        calls.setMaxRequests(MOST_CALLS);
        calls.setMaxRequestsPerHost(MOST_CALLS);
        OkHttpClient.Builder http = Http.newDefaultClient()
                .newBuilder()
                .dispatcher(calls)
                .socketFactory(new PromptSockets())
                .connectTimeout(config.connectTimeout())
                .readTimeout(config.transferTimeout())
                .writeTimeout(config.transferTimeout());
        // The default repeats a call that was answered "later", up to five times and without saying so.
        http.interceptors().clear();
        return MinioAsyncClient.builder()
                .endpoint(config.endpoint().toString())
                .region(config.region())
                .credentials(config.accessKey(), config.secretKey())
                .httpClient(http.build(), true)
                .build();
    }
}
